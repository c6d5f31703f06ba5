"""Answers to what Anna just asked: yes or no, or a score. What she offered is picked in `choices`.

A refusal inside an agreement ("não, pode sim!") and an agreement inside a refusal ("sim... aliás não") are told apart by reading
whole expressions, longest first, and letting the last clear one decide.
"""

from __future__ import annotations

import re

from anna.commands import RuleHit, YesNo
from anna.conversation.understanding.line import Line, rx

# (verdict, expression); the order is the order of reading, longer and trickier ones first. "-" has no verdict of its own.
_YES, _NO, _UNCLEAR, _SILENT = "yes", "no", "unclear", "-"
EXPRESSIONS: tuple[tuple[str, str], ...] = (
    (_SILENT, r"\bsim ou nao\b|\bnao e (?:isso|verdade|mesmo)? ?\?|\bnao e \?|, nao ?\?|\bpois nao\b|\bne\b|\bbem vind\w+"),
    (_UNCLEAR, r"\b(?:eu )?sei nao\b|\bainda nao (?:sei|decidi|vi|confirmei|tenho certeza)\b"),
    (_YES, r"\b(?:nao (?:tenho como|posso|poderia|consigo|vou|da pra|tem como)|quem sou eu (?:pra|para)|como (?:vou|posso|eu)) (?:\w+ )?(?:dizer|falar|recusar|negar)(?: que)?(?: nao)?\b|\bnem que (?:chova|caia)\b[^.!?]*|\bnem precisa (?:perguntar|falar|pedir)\b|\bcom (?:muito |todo )?(?:prazer|gosto)\b|\bvai que vai\b|\buhul?\b|\bdeixa (?:ja )?(?:marcad[ao]|agendad[ao]|reservad[ao]|confirmad[ao])\b"),
    (_NO, r"\b(?:nao|num) pode ser\b(?! sim)|\bvou passar(?: essa| dessa| por enquanto| dessa vez)?(?= *(?:$|[^\w\s]))"),
    (_UNCLEAR, r"\bcapaz(?: que)?(?: nao)?\b|\b(?:nao|num) pode (?:deixar|manter|seguir|ficar|continuar)\b(?! sim)|\bvou (?:tentar|fazer o possivel|me esforcar|dar um jeito)\b|\bfarei o possivel\b"),
    (_YES, r"\bnao (?:ha|tem|vejo|tenho|teria|existe)(?: (?:nenhum|nenhuma|qualquer|o))? (?:motivos?|razao|razoes|impedimento|objec\w+|nada contra|empecilho|erro|por ?que|do que reclamar|o que mudar)\b(?: (?:algum|nenhum))?(?: (?:para|pra|de) nao(?: \w+)?| nao)?|\bnada contra\b|\bnao me (?:oponho|importo|incomodo|incomoda)\b|\bnao (?:poderia|podia|tem como) (?:ser|estar|ficar) melhor\b|\b(?:jamais|nunca|nao) (?:faltaria|falto|vou faltar|perderia|perco|esqueceria|disse que nao|falei que nao)\b(?: nao)?"),
    (_UNCLEAR, r"\bnao , (?:ta|esta) (?:otimo|bom|legal)\b"),
    (_YES, r"\b(?:claro|logico|obvio|evidente) que sim\b|\b(?:ja )?(?:falei|disse|respondi|confirmei) que (?:sim|vou|quero|pode)\b|\bacho que sim\b|\bcreio que sim\b|\bpor mim sim\b|\bdigo (?:que )?sim\b"),
    (_NO, r"\b(?:claro|logico|obvio) que nao\b(?: (?:quero|vou|posso|da|consigo|pode|preciso))?|\b(?:ja )?(?:falei|disse|respondi) que nao\b(?: (?:quero|vou|posso|da|consigo|pode|preciso))?|\bnao e (?:isso|assim|bem isso|exatamente)\b(?: nao)?|\bacho (?:melhor|que) nao\b|\bcreio que nao\b|\b(?:com certeza|de jeito nenhum|sim|certeza|melhor|prefiro|hoje|dessa vez|por enquanto|agora|infelizmente|ainda) nao\b(?! (?:sei|decidi|vou|posso|consigo|quero|da|pode|vai|vejo|tem|precisa|esqueci|vo|perco|tenho)\b)|\bcerteza que nao\b"),
    (_UNCLEAR, r"\b(?:nao|nem) (?:sei|tenho certeza|entendi|lembro|faco ideia|decidi|consegui entender)\b|\bsei la\b|\btalvez\b|\bdepende\b|\bvou (?:ver|pensar|verificar|confirmar (?:depois|mais tarde|com)|falar com|olhar|checar)\b|\b(?:mais ou menos|quem sabe|pode ser que|acho que da|em duvida|to na duvida|estou na duvida|tenho que ver|preciso (?:ver|pensar)|tenho que pensar|deixa eu ver|aviso depois|(?:ja |mais tarde |depois |logo )*(?:eu )?(?:te|lhe|ti) (?:aviso|dou|falo|digo|retorno|respondo|confirmo)(?: (?:certeza|uma? resposta|depois|mais tarde|amanha|logo))?|depois (?:eu )?(?:confirmo|vejo|aviso|respondo|falo)|confirmo (?:depois|mais tarde|amanha|daqui)|ja (?:respondo|confirmo|volto)|ainda vou|a confirmar|tomara|(?:depois|mais tarde|ja|logo|amanha)(?: eu)?(?: te| lhe| ja)? (?:passo|mando|envio|informo))\b"),
    (_YES, r"\b(?:e )?(?:por que|porque) nao\b|\bnao (?:tem|ha|vejo|teria) (?:nenhum )?problema\b|\bsem (?:nenhum )?problemas?\b|\bnao (?:vou|irei) (?:faltar|perder|esquecer|desistir|cancelar|desmarcar)\b|\bnao (?:vejo a h|perco|esqueci|falto|quero (?:cancelar|desmarcar|remarcar|mudar|perder)|cancela|cancelem|desmarca|mude nada|muda nada|precisa (?:mudar|cancelar|remarcar|desmarcar|alterar|trocar))(?: nao)?\b|\bsem (?:falta|duvidas?|erro)\b|\bnao tenha duvida\b|\bnada a mudar\b|\bnao ,? (?:ta|esta) (?:certo|certinho|tudo certo|perfeito)\b"),
    (_NO, r"\b(?:nao|num) podem? (?:confirmar|marcar|agendar|reservar|fechar|mandar|colocar|prosseguir)\b(?! sim)"),
    (_YES, r"\bnao podem? sim\b|(?<!nao )(?<!num )\b(?:pode|podem) (?:sim|confirmar|marcar|agendar|deixar|reservar|fechar|mandar|ser|seguir|prosseguir|colocar|manter)\b(?! nao)(?: sim)?|\bpode\b(?= *(?:$|[^\w\s]))|\bpode (?:por|botar|ir|me (?:esperar|aguardar|por|colocar|marcar))\b"),
    (_NO, r"\b(?:pode|quero|vou|confirmo|consigo|posso|da|preciso|precisa|marca|gostei|serve|rola|concordo|tenho|sei|obrigad[ao]|ta bom|estarei|desejo|aceito|topo|vai dar|e isso) nao\b(?! (?:tem|ha) problema)"),
    (_NO, r"\b(?:nao|num) (?:(?:eu|me|mais|vai|vou|ta|estou|to|estarei|muito|posso|consigo|quero|da|e|esta) ?)*(?:confirm\w*|posso|pode|consigo|conseguir\w*|consegui\w*|quero|queria|gostaria|vou|vai|da|dar|darei|rola|rolar|precis\w*|marqu\w*|marc\w*|aceit\w*|topo|concord\w*|desej\w*|tenho|e|serve|estou|to|ir|irei|estarei|poder\w*|interess\w*|ta|esta|comparec\w*|era|foi|quis|ser|gostei|agendei|pedi|bom)\b"),
    (_NO, r"\b(?:de (?:jeito|modo|forma|maneira) (?:nenhum|nenhuma|algum|alguma)|nem (?:pensar|morta|a pau|ferrando|fudendo|louca|que)|jamais|nunca|negativo|nada disso|deix(?:a|e|o|ar) (?:pra|para) (?:la|depois|outr[ao]|a? ?proxima)|deixa quieto|deixa baixo|esquece|esqueca|desisto|desisti|imposs\w+|fica pra proxima|fica para a proxima|outra h|dispenso|passo|ta errad[ao]|esta errad[ao]|(?:^)errad[ao]|incorreto|to fora|sem interesse|sem condic\w+|mudei de ideia|pensando bem nao|cancel\w+|desmarc\w+|nops?|tenho (?:um |uma |outr[ao] )?(?:compromisso|imprevisto|coisa|aula|plantao|reuniao|viagem)|surgiu um imprevisto|tive um imprevisto|(?:^)nem(?: nem)*(?=$| [^\w])|neca|nana ?nina ?nao|nananina\w*|nanao|de jeito maneira|(?:^)deixa(?: (?:ai|estar))?(?=$| [^\w])|(?:vou|terei|tenho|preciso|precisarei) (?:\w+ ){0,2}faltar|to sem (?:grana|dinheiro)|sem (?:grana|condicoes)|to (?:lisa|liso|dura|duro|quebrada)|so (?:to|tava|estava|estou|queria) (?:olhando|vendo|olhar|ver|pesquisando|so olhando)|(?:^)nenhum[a]?(?=$| [^\w])|escolhi errado|nok)\b"),
    (_YES, r"\b(?:isso (?:mesmo|ai)|ess[ae] (?:mesm[ao]|ai|numero)|est[ae] (?:mesm[ao]|numero)|e isso(?: mesmo| ai)?|isso(?= *(?:$|[^\w\s]|obrigad|por favor))|exat\w+|perfeit\w+|certinh\w+|cert[ao]|corret\w+|com (?:toda )?certeza|certeza|certamente|claro|logico|obvio|positivo|afirmativo|afirmo|confirm(?:o|ad[ao]|adissimo|ar|amos|a)|combinad[ao]|fechad[ao]|fechou|fecha|beleza|show(?: de bola)?|top|otimo|maravilha|excelente|bora|simbora|partiu|vamos|aceito|aceitamos|topo|to dentro|"
           r"quero(?: sim| muito)?(?= *(?:$|[^\w\s]|por favor|obrigad|ne\b|uai\b))|quero (?:sim|ess[ae]|est[ae]|aproveitar|participar)|desejo|gostaria(?: sim)?|vou(?=(?: sim| estar| ir\b| comparecer)? *(?:$|[^\w\s]|sim|estar|ir\b|comparecer|la\b|ai\b|com certeza|se deus|e\b|mesmo|amanha|hoje|viu|uai|tche|visse|so\b|as\b|nesse|no\b|na\b|obrigad|moca|meu|minha|com\b|levar\b))|(?:to|estou) indo(?: sim)?|indo sim|me (?:aguard\w+|esper\w+)|(?:ta|esta|continua|segue) de pe|iremos|estarei(?: ai| la| presente)?|pode ser|serve|marca(?: ai| sim)?|marque|marquem|agende|reserve|reserva|agenda(?: ai| sim)?|manda ver|manda|concordo|de acordo|acordo|ok|sim|aham|uhum|arram|ahan|hum hum|yes|yep|si|ja e|demorou?|dale|de boas?|tranquilo|suave|bele|massa|arretad[ao]|tri(?: legal)?|bao(?: demais)?|craro|(?:mete|manda) (?:bronca|ficha|bala|ve|ver)|okok|yess|fechadissimo|confirmadissim[ao]|confirmadinh[ao]|combinadissim[ao]|combinadinh[ao]|perfeitamente|(?:to|estou) a caminho|a caminho|to me arrumando|(?:ta|esta) (?:bom|otimo|ok|certo|tudo certo|perfeito|confirmado|marcado|combinado|legal|joia|bem|fechado|massa|tri|bao|show|firme|beleza|tranquilo)|tudo certo|tudo ok|tudo bem|joia|legal|blza|de fato|sem falta|^ta$|^e$|compareco|comparecerei|presente|to confirmando|consigo(?: sim| ir)|posso(?: sim| ir)|tenho interesse|interessad[ao]|(?:me )?interess(?:ei|a|ou)|tenho sim|bem isso|isto|indeed|ate la|la estarei|nos vemos|vai ser|faz isso|faca isso)\b(?!.{0,12} nao\b(?! (?:tem|vejo|ha)))"),
    (_NO, r"^(?:quero )?nada(?: nao)?(?=$| [^\w])|\bnao\b|\bno\b(?= *(?:$|[^\w\s]))|\bnegativ[ao]\b"),
    (_YES, r"[👍👌✅🆗🤝☑✔🙆💯🤙🫡🙌🫱🫲👊]"),
    (_NO, r"[👎❌🚫🙅]"),
)  # fmt: skip

# What is asked is no answer, unless it is a bare "ok?" or "pode ser?"; a refusal in a question still refuses.
_QUESTION = r"(?:(?<=^)|(?<=[.!?;,\n] ))(?!(?:nao|ja|eu|sim|claro|ok|confirmo|pode ser \?|ta bom \?|tudo bem \?|tudo certo \?|por ?que nao|e por ?que nao)\b)(?:[^\s.!?;,\n]+ ){2,}\?"


def read_yes_no(line: Line) -> tuple[YesNo | None, tuple[RuleHit, ...]]:
    """What the message says to a yes/no question; None when it says nothing of the kind."""
    for asked in rx(_QUESTION).finditer(line.norm):
        line = line.hide(asked.start(), asked.end())
    found: list[tuple[int, int, str]] = []
    for verdict, pattern in EXPRESSIONS:
        for match in rx(pattern).finditer(line.norm):
            found.append((match.start(), match.end(), verdict))
            line = line.hide(match.start(), match.end())
    spoken = sorted(f for f in found if f[2] != _SILENT)
    if not spoken:
        return None, ()
    start, end, verdict = spoken[-1]
    kinds = {f[2] for f in spoken}
    if _UNCLEAR in kinds and verdict == _YES and spoken[-2][2] == _UNCLEAR:
        verdict = _UNCLEAR  # "não sei, ok"
    return YesNo(verdict), (line.hit("answers.yes_no", start, end, verdict),)


_FILLERS = r"\b(?:eu|e|a|o|que|mas|entao|por favor|obrigad[ao]|valeu|moca|moco|amor|querida|flor|linda|kkk|ai|la|mesmo|viu|ta|oi|ola|bom dia|boa tarde|boa noite|muito|mais|ne|uai|oxe|bah|tche|ja|agora|hoje|deus|gente|amiga|gata|me|se|de|da|do|com|para|pra)\b"


def is_bare_answer(line: Line) -> bool:
    """Whether the message is little more than a yes or a no: at most one other word."""
    for _, pattern in EXPRESSIONS:
        for match in rx(pattern).finditer(line.norm):
            line = line.hide(match.start(), match.end())
    return len(rx(r"\b[a-z]{2,}\b").findall(rx(_FILLERS).sub("", line.norm))) <= 1


# -- a score from 0 to 10 ------------------------------------------------------------------------------------------------------

_SCALE = r"\b(?:de )?(?:0|1) (?:a|ate) 10\b"
_SCORE = r"(?<![\w.,:/-])(?P<n>10|\d)(?: ?/ ?10|/10)?(?! ?(?:h\b|:|min\b|%|reais|anos|dias?\b|vezes|x\b|sess|a feira|semanas|meses|pessoas|mil|estrelas? de))(?![\w:/-]|[.,]\d)"


def read_score(line: Line) -> tuple[int | None, tuple[RuleHit, ...]]:
    """The NPS score given; "de 0 a 10" names the scale, hours and counts are no scores; "daria 10, mas fica 6" is a 6."""
    norm = rx(_SCALE).sub(lambda m: "_" * len(m.group()), _keycaps(line.norm))
    slashed = rx(r"(?<![\w/])(?P<n>10|\d)(?: ?/ ?| de | em )10(?![\w/])").search(norm)
    found = [m for m in rx(_SCORE).finditer(norm) if not rx(_NO_SCORE).search(norm[: m.start()])]
    if slashed or found:
        match = slashed or _last_said(norm, found)
        start = min(match.start(), max(0, len(line.norm) - 1))
        return int(match["n"]), (
            line.hit("answers.score", start, min(match.end(), len(line.norm)), match["n"]),
        )
    best = line.find(r"\bnota (?:maxima|mil|1000)\b|🔟")
    if best:
        return 10, (line.hit("answers.score", best.start(), best.end(), "10"),)
    one = line.find(r"^(?:nota |dou )?um[^\w]*$")
    return (1, (line.hit("answers.score", one.start(), one.end(), "1"),)) if one else (None, ())


_NO_SCORE = r"\b(?:as|das|dia|umas|depois de|ha|r ?\$|sao) ?$"
INSTEAD = r"\b(?:mas|porem|na verdade|quer dizer|digo|alias|so que|entao|fica|vou dar|melhor|nao)\b"


def _keycaps(norm: str) -> str:
    """ "1️⃣0️⃣" is 10."""
    return rx(r"(\d) \u20e3 ?").sub(r"\1", norm)


def _last_said(norm: str, found: list[re.Match[str]]) -> re.Match[str]:
    first, last = found[0], found[-1]
    return last if rx(INSTEAD).search(norm[first.end() : last.start()]) else first
