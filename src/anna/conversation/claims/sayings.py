"""What a text says was done, what it promises of the body, what it gives away free, and words that are nobody's business outside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anna.conversation.claims.models import Act, Claim, ClaimKind
from anna.conversation.claims.sheet import Sheet

_NOT_DONE = re.compile(
    r"\b(?:nao|nenhum[a]?|nem|sem|se|quando|assim que|caso|precis\w+|pode[m]?|dev[ea]\w*|sera\w*|seja\w*|ser|so|depois d\w+|apos|antes d\w+|para|ate|quer\w*|mais|quais|qual)"
    r"(?:\s+[^\W\d_]+){0,3}\s+$"
)
_PROVIDED = re.compile(r"\b(?:se|quando|assim que|caso)\b[^.!?\n]*$")
_ACTS: tuple[tuple[Act, re.Pattern[str]], ...] = (
    (Act.MOVE, re.compile(r"\b(?:remarquei|remarcamos|reagendei|remarcad[oa]s?|reagendad[oa]s?|transferi|adiei|antecipei"
                          r"|(?:mudei|alterei|troquei|passei) (?:o |a |sua |seu )?(?:consulta|horario|dia|data))\b")),
    (Act.BOOK, re.compile(r"\b(?:marquei|agendei|marcamos|agendamos|confirmei|encaixei|inclui|coloquei voce|marcad[oa]s?|agendad[oa]s?"
                          r"|confirmad[oa]s?(?! por aqui)|(?:marcad|agendad|confirmad)issim[oa]|(?:ta|esta|estao|fica|ficou) (?:tudo )?(?:certo|fechado|garantid[oa])|fechado)\b")),
    (Act.HOLD, re.compile(r"\b(?:reservei|reservamos|segurei|guardei|separei|garanti|bloqueei|reservad[oa]s?)\b")),
    (Act.CANCEL, re.compile(r"\b(?:cancelei|cancelamos|desmarquei|liberei|cancelad[oa]s?|desmarcad[oa]s?|liberad[oa]s?|exclui|apaguei|removi)\b")),
    (Act.TELL, re.compile(r"\b(?:avisei|avisamos|notifiquei|comuniquei|informei|encaminhei|acionei|falei com|conversei com|combinei com|pedi (?:a|ao|para|pra)"
                          r"|ja (?:chamei|passei|pedi)|chamei|passei (?:para|pra)|foi avisad[oa]|foram avisad[oa]s)\b")),
    (Act.SEND, re.compile(r"\b(?:enviei|mandei|enviamos|encaminhamos|enviad[oa]s?)\b")),
    (Act.RECEIVE, re.compile(r"\b(?:recebi|recebemos) (?:[^\W\d_]+ ){0,2}(?:pagamento|sinal|pix|valor|deposito|transferencia|comprovante)\b"
                             r"|\b(?:pagamento|sinal|pix|deposito|valor) (?:(?:ja )?(?:foi|esta|ta) |ja )?(?:aprovado|confirmado|recebido|compensado|identificado|caiu)\b"
                             r"|\b(?:pagamento|sinal|pix|deposito|valor) (?:(?:ja )?(?:foi|esta|ta)|ja) pago\b"
                             r"|\b(?:ja |ta |esta |foi )(?:pag[oa]|quitad[oa])\b|\bpaguei\b")),
    (Act.REFUND, re.compile(r"\b(?:estornei|devolvi|reembolsei|devolvemos|estornad[oa]|reembolsad[oa]|(?:reembolso|estorno|devolucao) (?:ja )?(?:foi|esta) (?:feit|realizad|aprovad)[oa])\b")),
    (Act.NOTE, re.compile(r"\b(?:anotei|registrei|cadastrei|atualizei|anotad[oa]s?|registrad[oa]s?|apliquei|adicionei|consegui|verifiquei|conferi)\b")),
)  # fmt: skip
_PROMISE = re.compile(
    r"\bgaranti(?:mos|do|da|dos|das|a)\b|\bgaranto\b|\b(?:sem|zero|nenhuma?)\s+(?:dor|risco|riscos|efeitos? colatera\w+|contraindicac\w+|chance|complicac\w+)\b"
    r"|\bindolor(?:es)?\b|\bnao (?:doi|vai doer|sente dor|incomoda)\b|\b(?:100|cem|totalmente|completamente|absolutamente)\s*(?:%|por cento)?\s*(?:segur\w+|eficaz\w*|natural|garantid\w+)\b"
    r"|\bcur(?:a|am|ar|amos|ada|ado)\b|\bmilagr\w+|\b(?:resultado|efeito)s? (?:e |sao )?(?:permanentes?|definitiv\w+|imediat\w+|para sempre|eternos?)\b|\bpara sempre\b"
    r"|\bnunca mais\b|\bnao (?:tem|ha|existe|possui) (?:nenhum[a]? )?(?:riscos?|contraindicac\w+|efeitos? colatera\w+|perigo)\b"
    r"|\b(?:segur[oa]|liberad[oa]|indicad[oa]) (?:para|pra|na|durante) (?:a )?(?:gestantes?|gravidas?|gravidez|amamentacao|lactantes?)\b|\bgravidas? podem?\b"
    r"|\bpode (?:tomar|suspender|parar de tomar|fazer gravida|fazer mesmo gravida|continuar tomando)\b|\b(?:voce|isso) (?:nao )?(?:tem|esta com|e) (?:uma? )?(?:alergia|infeccao|inflamacao|cancer|trombose|dermatite|melasma|rosacea)\b"
    r"|\be normal (?:inchar|doer|sangrar|ficar)\b|\bnao precisa (?:de )?(?:avaliacao|medico|se preocupar)\b|\b(?:tome|passe|use) (?:uma? |o |a )?(?:\w+ )?(?:dipirona|ibuprofeno|paracetamol|antibiotico|corticoide|pomada|remedio)\b"
    r"|\b(?:seu|o|teu) exame (?:esta|deu|mostra)\b|\bnada (?:de )?grave\b|\bnao e (?:nada )?grave\b|\bsem perigo\b|\bfica(?:r|ra)? \d+ anos mais (?:jovem|nov[ao])\b|\bemagrec\w+ \d"
)  # fmt: skip
_FREE = re.compile(
    r"\b(gratis|gratuit[oa]s?|gratuitamente|de graca|sem custo|cortesia|de brinde|brinde|cashback|de presente|por (?:nossa|minha) conta|por conta da (?:casa|clinica)|cupom|cupons|descontos?|promoc(?:ao|oes)|promocional|sem juros|isenc\w+|isent[oa]s?)\b"
)
_FREE_ALIKE = {
    "gratuito": "gratis", "gratuita": "gratis", "gratuitos": "gratis", "gratuitas": "gratis", "gratuitamente": "gratis", "de graca": "gratis",
    "sem custo": "gratis", "de brinde": "brinde", "de presente": "brinde", "por nossa conta": "gratis", "cupons": "cupom", "descontos": "desconto", "promocoes": "promocao", "promocional": "promocao",
}  # fmt: skip
_NOT_GIVEN = re.compile(
    r"\b(?:nao|nenhum[a]?|nem|sem|sobre|quanto a|pergunt\w+|falar de|fala de|fala em)(?:\s+[^\W\d_]+){0,4}\s+$"
)
_INTERNAL = re.compile(
    r"\b(?:prompts?|json|execucoes|tools?|tool_?calls?|function[ _-]?calls?|tokens?|apis?|llms?|gpt\S*|chatgpt|openai|anthropic|claude|gemini"
    r"|modelo de linguagem|language model|sql|postgres\w*|database|banco de dados|base de dados|backend|endpoint|webhooks?|debug|traceback|stack trace"
    r"|exception|null|undefined|nan|system|assistant|developer mode|jailbreak|uuid|yaml|http \d{3}|regex|placeholder"
    r"|(?:minhas|as|tuas|suas)? ?instruc(?:oes|ao) (?:internas?|do sistema|de sistema|que recebi|anteriores|originais|iniciais)|minhas (?:instrucoes|regras|diretrizes)"
    r"|regras internas|fui (?:instruid|programad|configurad|treinad)[oa]|fact gate|row|slots?|flows?|templates?|slugs?|chatbots?)\b"
    r"|\b[a-z0-9]+_[a-z0-9_]+\b|[{}<>`]|\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{4,}|(?:^|\n)\s*(?:#{1,6}\s|(?:user|role|tool|human|ai)\s*:)"
)
_OTHER_LETTERS = re.compile(r"[^\W\d_]*[^\W\d_\u0000-\u024f][^\W\d_]*")
_OUR_LETTERS = re.compile(r"[^\W\d_\u0250-\U0010ffff]")
_BARE_RUN = re.compile(r"\bexecucao\b")


def sayings(sheet: Sheet) -> Iterator[Claim]:
    """Internal words, promises and gifts are taken off the sheet, acts are read beside what else is claimed of them."""
    for match in sheet.find(_INTERNAL):
        yield sheet.take(ClaimKind.INTERNAL, *match.span(), match.group().strip())
    for match in _BARE_RUN.finditer(
        sheet.text.lower()
    ):  # the word of the tables; what people write has its accent
        yield sheet.take(ClaimKind.INTERNAL, *match.span(), match.group())
    yield from _other_letters(sheet)
    for match in _PROMISE.finditer(sheet.whole):
        yield Claim(
            ClaimKind.PROMISE,
            sheet.text[slice(*match.span())],
            *match.span(),
            " ".join(match.group().split()),
        )
    for match in sheet.find(_FREE):
        if match[1] == "sem juros" or not _NOT_GIVEN.search(sheet.whole[: match.start()]):
            word = match[1]
            yield sheet.take(ClaimKind.DISCOUNT, *match.span(), _FREE_ALIKE.get(word, word))


def _other_letters(sheet: Sheet) -> Iterator[Claim]:
    """Words with letters that only look like ours; one without any of ours is a name, as far as the clinic's texts go."""
    for match in _OTHER_LETTERS.finditer(sheet.text):
        place = match.span()
        if _OUR_LETTERS.search(match.group()):
            yield sheet.take(ClaimKind.INTERNAL, *place, match.group())
        elif sheet.is_free(*place):
            yield sheet.take(ClaimKind.NAME, *place, sheet.whole[slice(*place)])


def acts(sheet: Sheet) -> Iterator[Claim]:
    """Every "marquei", "está confirmado", "já avisei"; one that is denied, wished or yet to come is none."""
    left = sheet.whole
    for act, pattern in _ACTS:
        for match in pattern.finditer(left):
            if "\x00" in match.group() or _NOT_DONE.search(sheet.whole[: match.start()]):
                continue
            if match.group().endswith("amos") and _PROVIDED.search(sheet.whole[: match.start()]):
                continue
            left = left[: match.start()] + "\x00" * len(match.group()) + left[match.end() :]
            yield Claim(ClaimKind.ACT, sheet.text[slice(*match.span())], *match.span(), act.value)
