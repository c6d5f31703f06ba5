"""A receipt that is pasted: the day and the hour in it are when money went, and nothing that is wished for. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from anna.conversation.understanding.text.line import Line, rx

_MONEY = r"\b(?:pix|comprovantes?|recibo|transferencia|ted|doc|deposito|pagamento)\b"
_WENT = r"\b(?:enviad[ao]|realizad[ao]|efetuad[ao]|concluid[ao]|efetivad[ao]|debitad[ao]|transferid[ao]|aprovad[ao])\b"
_OF_A_RECEIPT = (
    rf"{_WENT}|r ?\$ ?\d|\b\d{{1,3}}(?:\.\d{{3}})*,\d\d\b"
    r"|\b(?:autenticacao|protocolo|favorecid[ao]|destinatari[ao]|recebedor|pagador|beneficiari[ao]|id da transacao|id ?:? ?e?\d{5,}|valor ?:)"
)
_YEAR = r"(?:20)?\d\d"
_MONTH = r"(?:jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez)[a-z]*"
_HOUR = r"\d{1,2}(?: ?: ?\d\d(?: ?: ?\d\d)?| ?h ?(?:\d\d)?(?: min)?\b)"
_DAY = rf"\d{{1,2}}[/.-]\d{{1,2}}(?P<year>[/.-]{_YEAR})?\b(?!,)|\d{{1,2}} (?:de )?{_MONTH}\.?(?P<of> (?:de )?20\d\d)\b"
_STAMP = rf"(?<![\d/.,-])(?:{_DAY})(?: (?:as|a|,|-|e|h|hora|horario|:))*(?: ?{_HOUR})?|\b(?:data|hora|horario)(?: (?:e|da|do|de|hora|transferencia|pagamento|pix|transacao|operacao))* ?:? ?{_HOUR}|(?<= as ){_HOUR}"
_CLAUSE = r"[.!?;\n](?= |$)|, (?=(?:mas|e|pode|da|quero|tem)\b)"
_WISHES = (
    r"\b(?:quero|queria|gostaria|posso|podemos|poderia|consigo|consegue|prefiro|tem|teria|pode(?: ser)?|vou|vamos|farei|irei|da (?:pra|para)|marc\w+|agend\w+|reserv\w+|remarc\w+|troc\w+|mud\w+|cancel\w+|pass(?:a|ar|e)"
    r"|vagas?|consultas?|sess\w+|horario (?:de|d[ao]|que)|confirm\w+ (?:o|a|pra|para|meu|minha|dia)|quando|qual)\b"
)
_FOR = r"\b(?:pro|pra|para|ate|(?:meu|minha|do|da|no horario)(?: \w+)?)(?: o)?(?: dia)? $"


def receipt_stamps(line: Line) -> Iterator[tuple[int, int]]:
    """The stretches that say when money went, where a receipt is pasted; a day that is wished for beside it is none of them."""
    money = rx(_MONEY).search(line.norm)
    if money is None or not rx(_OF_A_RECEIPT).search(line.norm):
        return
    for stamp in rx(_STAMP).finditer(line.norm):
        before = rx(_CLAUSE).split(line.norm[: stamp.start()])[-1]
        if stamp.start() > money.start():
            of_the_money = "?" not in line.norm[money.start() : stamp.start()]
        else:  # "24/11/2026 pix enviado", and not "26/11 às 9h, segue o comprovante"
            of_the_money = bool(stamp["year"] or stamp["of"]) and rx(_WENT).search(line.norm) is not None
        if of_the_money and not rx(_WISHES).search(before) and not rx(_FOR).search(before):
            yield stamp.start(), stamp.end()
