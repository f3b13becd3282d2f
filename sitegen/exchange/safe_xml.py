"""XML from outside: read without entities, document types and network, within limits."""

from __future__ import annotations

from typing import Any

from lxml import etree

from sitegen.diagnostics.row import N_
from sitegen.exchange.returned import LIMIT, TOO_LARGE, Unreadable

DOCTYPE = N_("it holds a document type, which could do harm")
NOT_XML = N_("it is not well-formed XML")


def read_xml(data: bytes) -> Any:
    """The root of an XML text; Unreadable where it is none, or where it declares anything."""
    if len(data) > LIMIT:
        raise Unreadable(TOO_LARGE)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(NOT_XML, max(1, error.lineno or 1)) from None
    except ValueError:  # such as an encoding that does not exist
        raise Unreadable(NOT_XML) from None
    information = root.getroottree().docinfo
    if information.doctype or information.internalDTD is not None:
        raise Unreadable(DOCTYPE)
    return root
