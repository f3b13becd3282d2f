"""The syntax that is ours, on top of CommonMark: one rule per file, named after the rule.

A rule is a function that markdown-it-py calls; it pushes tokens and judges nothing. What an
author meant, and what is wrong with it, is decided when the tokens are lowered to nodes.
"""
