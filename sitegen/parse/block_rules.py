"""The library's parser of blocks, which asks of a line of words only the rules that may apply to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, cached_property
from typing import TypeAlias

from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock

Rule: TypeAlias = Callable[[StateBlock, int, int, bool], bool]

_OF_WORDS = frozenset(("count_steps", "table", "lheading", "paragraph"))
"""Rules of blocks that may begin with a letter. Each other one wants a certain sign, a digit or an indent."""


class BlocksBySign(ParserBlock):
    """Most blocks are paragraphs: a dozen rules need not be asked whether they know a letter.

    The loop is the library's own (ParserBlock.tokenize) but for the choice of rules.
    """

    @cached_property
    def _of_words(self) -> Sequence[Rule]:
        named = zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True)
        return [rule for name, rule in named if name in _OF_WORDS]

    def interrupt_by_sign(self) -> None:
        """Let the library ask the same of each further line of a paragraph, a list or a quotation, which one
        of some rules may interrupt: instead of these it is given one that knows which of them to ask.
        """
        given, of_words = self.ruler.getRules, frozenset(self._of_words)

        @cache
        def rules(chain: str = "") -> list[Rule]:
            every = given(chain)
            return [_first_of(every, [one for one in every if one in of_words])] if chain else every

        self.ruler.getRules = rules  # type: ignore[method-assign]

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803  (the library's names)
        every, deepest = self.ruler.getRules(""), state.md.options["maxNesting"]
        line, has_empty_lines = startLine, False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= deepest:
                state.line = endLine
                break
            is_of_words = state.src[state.bMarks[line] + state.tShift[line]].isalpha()
            for rule in self._of_words if is_of_words and not state.is_code_block(line) else every:
                if rule(state, line, endLine, False):  # noqa: FBT003  (the library's signature)
                    break
            state.tight = not has_empty_lines
            line = state.line
            if line - 1 < endLine and state.isEmpty(line - 1):
                has_empty_lines = True
            if line < endLine and state.isEmpty(line):
                has_empty_lines = True
                state.line = line = line + 1


def _first_of(every: Sequence[Rule], of_words: Sequence[Rule]) -> Rule:
    def interrupts(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001  (the library's signature)
        begin = state.bMarks[line] + state.tShift[line]
        for rule in of_words if state.src[begin : begin + 1].isalpha() else every:
            if rule(state, line, end, silent):
                return True
        return False

    return interrupts
