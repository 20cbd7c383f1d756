"""First names that say whether "he" or "she" can stand for somebody."""

from __future__ import annotations

__all__ = ["FAMILY_FIRST", "FEMALE", "MALE"]

MALE: tuple[str, ...] = tuple(
    (
        "Adam Alan Albert Alex Alexander Ali Andrew Anders Andrei Andrzej Andriy Anthony Antonio "
        "Antony Barack Ben Benjamin Bernie Bill Bob Boris Brian Carl Charles Chris Daniel Dave "
        "David Dennis Dmitry Dmytro Donald Ed Edward Emmanuel Eric Erik Francis Frank Fred Gary "
        "George Gordon Greg Guido Hans Harry Henry Ivan Jack James Jan Jason Jean Jeff Jens Jim "
        "Joe Joel Johan John Jonathan Jose José Joseph Josh Juan Justin Kevin Lars Larry Mario "
        "Mark Martin Matthew Michael Mike Mikhail Mohammed Muhammad Nick Nicolas Olaf Oleg "
        "Oleksandr Patrick Paul Pedro Peter Petr Philip Recep Richard Rob Robert Roger Ron "
        "Ronald Ryan Sam Scott Sean Sergei Sergey Simon Stephen Steve Steven Ted Thomas Tim Tom "
        "Tony Viktor Vladimir Volodymyr Wang William Xavier"
    ).split()
)
"""First names of men."""

FEMALE: tuple[str, ...] = tuple(
    (
        "Amanda Amy Ana Andrea Angela Anna Annalena Anne Barbara Beth Betty Carly Carol Caroline "
        "Catherine Christine Claire Clara Deborah Debbie Diana Donna Elena Elizabeth Ellen Emily "
        "Emma Eva Federica Giorgia Hannah Heather Helen Hillary Ingrid Iryna Jane Janet Jen "
        "Jennifer Jessica Joan Joanna Julia Julie Kaja Karen Kate Katherine Kathy Kelly Kristen "
        "Laura Linda Lisa Liz Liza Madeleine Magdalena Margaret Maria Marie Marina Martha Mary "
        "Megan Melania Melissa Mette Michelle Monica Nancy Nikki Nina Olena Olga Pamela Patricia "
        "Rachel Rebecca Rosa Ruth Sally Sandra Sanna Sarah Sara Sharon Sofia Sonia Susan Tammy "
        "Tatiana Theresa Ursula Valerie Victoria Wendy Yulia"
    ).split()
)
"""First names of women."""

FAMILY_FIRST: frozenset[str] = frozenset(
    "li ma han bai gao cao song meng jin fan jia "
    "xi wang zhang liu chen yang huang zhao wu zhou xu zhu hu guo lin luo liang xie tang deng feng "
    "peng zeng xiao tian dong pan yuan cai tsai jiang du ye wei su lu ding shen ren yao zhong qian "
    "qin geng hua fu hong kim park choi moon yoon jang jung kang cho oh shin kwon hwang ahn ryu "
    "nguyen tran pham phan vu dang bui ngo duong".split()
)
"""Family names that stand before the given name in their languages, in small letters."""
