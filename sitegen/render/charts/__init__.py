"""Charts: what Vega-Lite is asked to draw, and the drawing as SVG that takes its looks from the page.

Vega-Lite is handed numbers only and answers with places (`plot.py`, `vega.py`, `scene.py`); words and
colours come afterwards (`svg.py`, theme.css). So no word of an author is ever part of a program, and
the answer depends on no font of the machine.
"""
