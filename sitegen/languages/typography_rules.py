"""What each language tells the typographer: marks, and the words that a line's end may not part."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Typography:
    """Data of one language (typography.md, sections 1 and 3).

    All words but those of `abbreviations` are written small, their case does not matter. `labels` stand
    before a number, `titles` before a name, `units` after any number, also after one that may be a year,
    `centuries` after a Roman number; `abbreviations` are two parts that stay together. `short_words`
    cleave to the next word, `particles` to the one before.
    `ordinals`: a number with a dot belongs to the word behind it. `dialogue`: a dash may begin a line.
    `spaced_ellipsis`: a space before `…` does not break. `spaced_abbreviations`: `z. B.` has a blank.
    """

    outer: tuple[str, str]
    inner: tuple[str, str]
    apostrophe: str
    dash: str
    units: frozenset[str]
    labels: frozenset[str]
    titles: frozenset[str]
    abbreviations: frozenset[tuple[str, str]]
    centuries: frozenset[str]
    short_words: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    ordinals: bool = False
    dialogue: bool = False
    spaced_ellipsis: bool = False
    spaced_abbreviations: bool = False


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GERMAN = Typography(
    outer=("„", "“"),
    inner=("‚", "‘"),
    apostrophe="’",
    dash="–",
    units=_words(
        """
        jahr jahre jahren jahres uhr tag tage tagen monat monate monaten woche wochen stunde stunden minute
        minuten sekunden mal prozent euro cent dollar rubel hrywnja franken eur usd rub mio. mrd. tsd. mio mrd
        tausend million millionen milliarde milliarden mm cm m km m² km² ha g kg t l ml kb mb gb kwh mw
        hz khz meter metern kilometer kilometern gramm kilogramm tonnen liter grad quadratkilometer
        einwohner einwohnern einwohner_innen menschen personen teilnehmende teilnehmenden befragte
        befragten interviews fälle fällen seiten punkte punkten
        """
    ),
    labels=_words(
        """
        s. nr. nrn. abb. tab. kap. § §§ seite seiten nummer abbildung tabelle kapitel bd. bde. band art.
        artikel abs. absatz anm. fn. fußnote z. zeile bl. blatt sp. spalte h. heft jg. teil ziff. rn. rdnr.
        anh. anhang abschn. abschnitt vers no. vol. p. pp. ca.
        """
    ),
    titles=_words("dr. prof. dipl. mag. frau herr herrn hr. fr. frl. st. pd ing. pfr. hl."),
    abbreviations=frozenset(
        {
            ("v.", "Chr."),
            ("n.", "Chr."),
            ("z.", "Zt."),
            ("z.", "Hd."),
            ("u.", "dgl."),
            ("u.", "Ä."),
            ("o.", "Ä."),
            ("a.", "Rh."),
            ("a.", "M."),
            ("i.", "Br."),
            ("u.", "ä."),
            ("ff.", "f."),
        }
    ),
    centuries=_words("jh. jhd. jahrhundert jahrhunderts"),
    ordinals=True,
    spaced_ellipsis=True,
    spaced_abbreviations=True,
)

RUSSIAN = Typography(
    outer=("«", "»"),
    inner=("„", "“"),
    apostrophe="’",
    dash="—",
    units=_words(
        """
        г. гг. год года году годом годе годы годов годам годах годами лет г гг в. вв. век века
        тыс. млн млрд трлн тыс тысяч тысячи тысяча миллион миллиона миллионов миллиард миллиарда миллиардов
        руб. руб рубль рубля рублей коп. коп евро доллар доллара долларов грн мм см м км м² км² га г кг т л мл
        ч ч. час часа часов мин мин. минут минуты минута сек сек. секунд секунды день дня дней неделя недели
        недель месяц месяца месяцев раз раза человек человека чел. чел людей интервью процент процента
        процентов градус градуса градусов метр метра метров километр километра километров тонн тонны кб мб гб
        экз. экз
        """
    ),
    labels=_words(
        """
        с. стр. № №№ рис. гл. табл. § §§ т. тт. ч. п. пп. ст. кн. вып. ил. прим. сн. разд. абз. подп. л. стб.
        д. кв. корп. стр страница странице страницы глава главе главы рисунок рисунке таблица таблице том томе
        статья статье статьи пункт пункте часть части раздел разделе номер
        """
    ),
    titles=_words(
        """
        г-н г-жа г-на г-ну г-ном г-жи г-же г-жу г-жой г. гг. д-р д-ра д-ру проф. акад. доц. тов. гр. св. им.
        ул. пр. просп. пер. пл. наб. о. оз. дер. пос. обл. ст. господин госпожа
        """
    ),
    abbreviations=frozenset(
        {
            ("и", "др."),
            ("и", "пр."),
            ("и", "след."),
            ("в", "т."),
            ("кв.", "м"),
            ("кв.", "км"),
            ("ж.", "д."),
            ("та", "ін."),
        }
    ),
    centuries=_words("в. вв. век века веке веков веках веку веком столетие столетия столетии"),
    short_words=_words("в к с о у и а я но не ни за на по из от до об во ко со"),
    particles=_words("бы б же ж ли ль"),
    dialogue=True,
    spaced_abbreviations=True,
)

ENGLISH = Typography(
    outer=("“", "”"),
    inner=("‘", "’"),
    apostrophe="’",
    dash="–",
    units=_words(
        """
        year years day days week weeks month months hour hours minute minutes seconds times percent euro euros
        dollars roubles rubles people persons inhabitants participants interviews thousand million billion
        mm cm m km m² km² ha g kg t l ml kb mb gb metres kilometres miles tonnes
        """
    ),
    labels=_words(
        """
        p. pp. no. nos. nr. fig. figs. tab. ch. chap. vol. vols. art. sec. § §§ page pages figure table
        chapter volume part n. fn. para. paras.
        """
    ),
    titles=_words("dr. mr. mrs. ms. prof. st. rev. mx."),
    abbreviations=frozenset({("et", "al."), ("ca.", "BC")}),
    centuries=_words("c. cent. century"),
)
