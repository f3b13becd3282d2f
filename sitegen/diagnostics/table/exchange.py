"""Rows of the table of codes: worklists that come back from translators."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Row

ROWS: tuple[Row, ...] = (
    Row(
        code="XCH001",
        name="returned-file-unreadable",
        severity="error",
        message=N_("“{file}” cannot be read as a returned worklist: {reason}."),
        hint=N_("Ask the translator to send the file again, in the format in which it was sent out."),
        why=N_(
            "A worklist comes back from outside, so that it is read with caution: within limits of size, without"
            " anything that a file could load or run, and only if it is what “sitegen translations export” made."
            " Nothing of this file was taken over."
        ),
    ),
    Row(
        code="XCH002",
        name="block-changed",
        severity="error",
        message=N_("The translation of “{unit}” would no longer be one block of the same kind."),
        hint=N_(
            "Keep a paragraph one paragraph and a heading one line; signs such as “:::” or “#” at the beginning of a"
            " line have a meaning of their own."
        ),
        why=N_(
            "The paragraphs, headings, quotes and tables of both languages answer each other one by one. A translation"
            " that is divided, or that turns into something else, would shift everything after it."
        ),
    ),
    Row(
        code="XCH003",
        name="unknown-unit",
        severity="error",
        message=N_("The worklist holds “{unit}”, and the publication has no such text."),
        hint=N_(
            "Check that the file belongs to this publication and that the chapter was not renamed or deleted."
        ),
        why=N_(
            "Every text of a worklist bears the name of its chapter and its number in it, so that its translation"
            " finds its place again. For this one there is no place."
        ),
    ),
    Row(
        code="XCH004",
        name="placeholder-missing",
        severity="error",
        message=N_("In the translation of “{unit}”, {placeholder} is missing, which stands for “{text}”."),
        hint=N_("Put {placeholder} where it belongs in the sentence, and import the file again."),
        why=N_(
            "What must not be translated, such as a citation or the mark of a footnote, stands in a worklist as a"
            " sign in brackets. Without it, the translation would lose a source. This text was not taken over; the"
            " others were."
        ),
    ),
    Row(
        code="XCH005",
        name="placeholder-doubled",
        severity="error",
        message=N_(
            "In the translation of “{unit}”, {placeholder} stands more than once; it stands for “{text}”."
        ),
        hint=N_("Leave {placeholder} where it belongs, delete it elsewhere, and import the file again."),
        why=N_(
            "What must not be translated, such as a citation or the mark of a footnote, stands in a worklist as a"
            " sign in brackets, and each one is used exactly once. This text was not taken over; the others were."
        ),
    ),
    Row(
        code="XCH006",
        name="placeholder-unknown",
        severity="error",
        message=N_("In the translation of “{unit}” stands {placeholder}, which stands for nothing there."),
        hint=N_("Use only the signs that the source of this text has, written as they are there: ⟦1⟧, ⟦2⟧ …"),
        why=N_(
            "The numbers in brackets count within one text; a sign that was copied from another text, or typed"
            " differently, cannot be put back into what it stood for. This text was not taken over; the others were."
        ),
    ),
    Row(
        code="XCH007",
        name="source-changed",
        severity="error",
        message=N_("The source of “{unit}” was changed after the worklist had been exported."),
        hint=N_("Export this text again and have its translation looked through."),
        why=N_(
            "The translation that came back answers a wording that no longer stands in the publication. If it were"
            " taken over, readers of the two editions would read different things. It was left out; the other texts"
            " were taken over."
        ),
    ),
    Row(
        code="XCH008",
        name="translation-changed",
        severity="error",
        message=N_(
            "The translation of “{unit}” was changed here as well after the worklist had been exported."
        ),
        hint=N_("Compare both wordings and write the better one into the chapter by hand."),
        why=N_(
            "Two people changed the same text. Neither of the two wordings is overwritten without being seen: the one"
            " in the publication stays, and the one in the worklist was not taken over."
        ),
    ),
    Row(
        code="XCH009",
        name="markup-broken",
        severity="error",
        message=N_(
            "The translation of “{unit}” does not hold the same citations, marks, links and code: “{text}”."
        ),
        hint=N_(
            "Put every sign in brackets where the source has it, with a space or a punctuation mark around it as"
            " there, and add no citations, links or code of your own."
        ),
        why=N_(
            "Citations, marks of footnotes, links and code must be the same in the source and in its translation."
            " With this wording one of them would be lost, broken or new. This text was not taken over; the others"
            " were."
        ),
    ),
    Row(
        code="XCH010",
        name="translation-breaks-chapter",
        severity="error",
        message=N_(
            "With the translation of “{unit}”, the chapter would have a mistake that it does not have now: {problem}."
        ),
        hint=N_(
            "“sitegen explain {problem}” says what it means; correct the text and import the file again."
        ),
        why=N_(
            "Every chapter is read again with its new translations before it is written, and nothing is written that"
            " would make it worse than it is: a block that is not closed, or HTML that was not there before."
        ),
    ),
    Row(
        code="XCH011",
        name="part-missing",
        severity="error",
        message=N_(
            "“{unit}” cannot be put into the chapter as long as “{part}”, which belongs to it, is not translated."
        ),
        hint=N_(
            "Translate all parts of the block: its words, its footnotes, the description of its picture."
        ),
        why=N_(
            "The translation lacks this block as a whole, so that it can only be put in as a whole. A text without its"
            " footnote, or a picture without its description, would be a mistake in the chapter."
        ),
    ),
    Row(
        code="XCH012",
        name="other-languages",
        severity="error",
        message=N_(
            "This worklist is for a translation from “{source}” into “{target}”, which this publication does not have."
        ),
        hint=N_("Check that the file belongs to this publication."),
        why=N_(
            "A worklist names the languages that it translates from and into. No chapter of this publication is"
            " translated that way, so that nothing was taken over."
        ),
    ),
    Row(
        code="XCH013",
        name="unit-twice",
        severity="error",
        message=N_("“{unit}” came back twice, with different translations."),
        hint=N_("Decide for one of the two and delete the other one from its file."),
        why=N_(
            "The first translation was taken over if it was sound; the second one must not overwrite it unseen."
        ),
    ),
    Row(
        code="XCH014",
        name="no-place",
        severity="error",
        message=N_("The translation has no place for “{unit}”."),
        hint=N_("Write it into the chapter by hand: there the block has no such words or attribute yet."),
        why=N_(
            "The block is there in both languages, but in the translation it is made differently: a picture without a"
            " caption, for example, where the source has one."
        ),
    ),
    Row(
        code="XCH015",
        name="title-missing",
        severity="error",
        message=N_("“{path}” cannot be made yet: its title, “{unit}”, is not translated."),
        hint=N_("Translate the title of the chapter too; all other texts may come later."),
        why=N_(
            "The chapter does not exist in this language yet. It is made from what came back, as a translation that is"
            " not finished, but a chapter cannot be without a title."
        ),
    ),
    Row(
        code="XCH016",
        name="chapter-not-writable",
        severity="error",
        message=N_("“{path}” could not be written: {reason}."),
        hint=N_("Check that you have the right to write there, and that no other program holds the file."),
        why=N_(
            "The operating system refused to write the chapter. A chapter is replaced as a whole, so that it is never"
            " half written; it is as it was."
        ),
    ),
    Row(
        code="XCH017",
        name="text-without-name",
        severity="error",
        message=N_("It can no longer be told which text this is: “{text}”."),
        hint=N_(
            "Put back what the worklist that was sent out says there: in a Word file the first column, in a Markdown"
            " file the line that begins with “<!-- unit”. Then import the file again."
        ),
        why=N_(
            "Every text of a worklist bears its chapter, its number and two rows of digits that say which wording it"
            " answers. Here that was overwritten or damaged, so that the translation has no place to go. It was not"
            " taken over; the others were."
        ),
    ),
    Row(
        code="XCH018",
        name="texts-not-returned",
        severity="info",
        message=N_("Texts missing from “{file}”: {count} of the {total} that were sent out."),
        hint=N_("If they were not deleted on purpose, export them again: they are as they were."),
        why=N_(
            "A worklist says at its beginning how many texts it holds. Rows or paragraphs that are deleted on the way"
            " change nothing in the publication; this only says that they did not come back."
        ),
    ),
    Row(
        code="XCH019",
        name="worklist-line-in-translation",
        severity="error",
        message=N_("In the translation of “{unit}” stands a line that is not part of it: “{text}”."),
        hint=N_(
            "Lines that begin with “>” show the source. If they belong to the next text, put the line “<!-- unit …”"
            " back before them, as the worklist that was sent out has it; otherwise delete them."
        ),
        why=N_(
            "In a Markdown worklist a line of its own says where a text begins. Where that line is lost, the next"
            " source and its translation would become part of the text before it. This text was not taken over; the"
            " others were."
        ),
    ),
    Row(
        code="XCH020",
        name="emphasis-without-partner",
        severity="warning",
        message=N_(
            "In the translation of “{unit}” an emphasis has only one end: there is a “{sign}” too many."
        ),
        hint=N_(
            "Put the other sign where the emphasis ends, or delete this one; a star that is meant is “\\*”."
        ),
        why=N_(
            "Words between stars are emphasized. A star without a partner is shown as a star, and the words are not"
            " emphasized as they are in the source. The text was taken over as it is."
        ),
    ),
)
