"""Which part of a message a day or hour belongs to: a wish ("pode ser quinta"), or a story ("viajo sexta", "entro às 14").

A story is told for a reason, so it counts only while nothing is wished outright: of "viajo sexta, então quinta" the sexta goes, of
"minha folga é quarta" nothing does.
"""

from __future__ import annotations

from dataclasses import replace

from anna.conversation.understanding.dates.days import DayAtom
from anna.conversation.understanding.dates.run_ons import thoughts
from anna.conversation.understanding.dates.surroundings import Said
from anna.conversation.understanding.dates.telling import EVENT
from anna.conversation.understanding.text.line import Line, rx

_ENDS = (
    r"[.!?;,\n]|\b(?:mas|porem|so que|entao|dai|porque|pois|ja que|senao|por isso)\b|"
    r"\be (?=(?:eu )?(?:quero|queria|marca|pode|preciso|gostaria|so|prefiro|tem|consigo|posso|volto|vou|da)\b)"
)
_WISH = (
    r"\b(?:quer(?:o|ia|emos|endo)|gostaria|pode(?:ria|mos|m)?|podia|posso|consigo|conseguiria|da(?:ria)?(?= (?:pra|para|certo|sim)\b| *$)|marc(?:a|ar|e|amos)|marque|agend(?:a|ar|e)|reserv(?:a|ar|e)|remarc\w+|mud(?:a|ar)|troc(?:a|ar)|"
    r"pass(?:a|ar) (?:pra|para)|prefiro|melhor|serve|vaga|encaix\w+|livre|folg[ao]\w*|disponi\w+|bora|aceito|fica (?:bom|melhor|otimo|perfeito)|(?:ta|esta) (?:bom|otimo|livre|perfeito)|vamos|rola|topo|preciso|"
    r"vou querer|(?:teria|tem|tinha|vai ter) (?:que|de) ser|tem (?:vaga|horario|as _|na _|no _|_)|sim|dou conta|tanto faz|de preferencia|seria|(?:ai|dai) (?:eu )?pensei)\b"
)
_STORY = (
    r"\b(?:tenho|tem|teria|tinha|trabalh\w+|estud\w+|viaj\w+|faco|fiz|fez|fomos|vou (?:ao|a|na|no|pro|pra|para|viajar|ter|estar|trabalhar|sair)|estou|to|estarei|ta|esta|tava|estava|era|ia|foi|fui|sou|"
    r"(?:ja )?e (?:o |a |meu |minha )?(?:aniversario|niver|dia|feriado|casamento|formatura|festa|prova|plantao)|aniversario|niver|casamento|formatura|festa|reuniao|plantao|"
    r"(?:mae|pai|irma|irmao|amig[ao]|filh[ao]|marido|esposo|esposa|prim[ao]|ti[ao]|sogr[ao]|vizinh[ao]|namorad[ao]|cunhad[ao]|nora|genro|colega|comadre|vo|ela|ele|chefe|patroa) (?:ja |so |tambem )?(?:vai|vem|faz|marcou|agendou|viaja)|"
    r"casa|(?<!no )(?<!nesse )(?<!neste )(?<!em )(?<!qualquer )caso(?! (?:nao|tenha|seja|de|voces?|der|haja|contrario|tiver))|casei|formo|nasc\w+|recebo|recebi|cai|caiu|chego|chega|chegou|volto|volta|saio|saiu|sai|largo|entro|(?<!que )entra|mudo|(?<!que )vem|vim|passa|passou|acab[ao]|acabou|comeca|termin[ao]|marquei|agendei|marcad[ao]|agendad[ao]|paguei|"
    r"pensado|pensei|acordo|almoco|janto|busco|levo|pego|expediente|aula|academia|medico|medica|dentista|ferias|menstruac\w+|pagamento|salario|consulta (?:e|era)|minha (?:consulta|sessao)|meu horario)\b"
)


_REACH = 80
# "como hoje é quarta", "hoje já é sexta"; in "quarta e sexta" the word joins.
_TODAY_IS = r"^ ?(?:como |se |pois )(?:hoje )?_? ?(?:ja )?e\b|^ ?hoje (?:ja )?e\b"
_IS = r"^ ?_ (?:ja )?e\b"


def without_stories(line: Line, said: list[Said]) -> list[Said]:
    """The same, with what only belongs to a story dropped, if something of its kind is wished in another clause."""
    said = _without_named_feasts(line, said)
    clauses = [_clause(line, s) for s in said]
    out = _without_what_is_over(line, said, clauses)
    for i, this in enumerate(said):
        wished_elsewhere = any(
            clauses[j] != clauses[i]
            and other.mode == "wanted"
            and type(other.atom) is type(this.atom)
            and not _is_story(line, clauses[j], other)
            for j, other in enumerate(said)
        )
        if wished_elsewhere and this.mode == "wanted" and _is_story(line, clauses[i], this):
            out[i] = replace(this, mode="dropped")
    return out


def _without_named_feasts(line: Line, said: list[Said]) -> list[Said]:
    """ "segunda é finados né, terça então": what day it is, while another is wished after it."""
    out = list(said)
    for i in range(1, len(out)):
        here, feast = out[i - 1].atom, out[i].atom
        if not isinstance(here, DayAtom) or not isinstance(feast, DayAtom) or feast.rule not in _FEASTS:
            continue
        joined = rx(r"^ (?:ja |que )?e(?: o| a| dia)? $").match(line.norm[here.end : feast.start])
        wished = any(isinstance(s.atom, DayAtom) and s.mode == "wanted" for s in out[i + 1 :])
        if joined and wished and here.days.single == feast.days.single:
            out[i - 1], out[i] = replace(out[i - 1], mode="dropped"), replace(out[i], mode="dropped")
    return out


_FEASTS = frozenset({"days.feast", "days.public_holiday"})
# "vocês abrem domingo? se não, segunda"
_IF_NOT = r"\b(?:se nao|senao|caso nao|caso contrario|se (?:tiver|estiver|for) fechad\w+)\b"
_OPEN = r"\b(?:abr(?:e|em|ira|irao)|atend(?:e|em)|funciona\w*|trabalha[m]?|fecha[m]?|vai ter expediente)\b"


_OVER = frozenset(
    {"days.yesterday", "days.before_yesterday", "days.last_week", "days.weekday_past", "days.last_month"}
)
"""Days that are over by their own name: nobody wishes for them who tells what was then."""

_HAPPENED = (
    r"\b(?:(?!(?:[mst]|mus)eu\b)[a-z]+(?:eu|iu)|(?!(?:v|s|t|d|est)ou\b)[a-z]+ou|(?!(?:s|l|r)ei\b)[a-z]+(?:ei|aram|eram|iram|amos|imos)|"
    r"fui|foi|fomos|fiz|fez|fizemos|vi|tive|teve|vim|veio|eram?|tinha|havia|tavam?|estavam?|estive|disse|quis|soube|pude|perdi|pedi|senti|sai|cai|ter (?:ido|feito|vindo|marcado))\b"
)


def _is_over(line: Line, clause: tuple[int, int], said: Said) -> bool:
    """ "a dra me atendeu segunda passada": what was, and no wish; "pode ser ontem" is one, and too late."""
    words = line.norm[clause[0] : clause[1]]
    return said.atom.rule in _OVER and rx(_HAPPENED).search(words) is not None and not rx(_WISH).search(words)


def _without_what_is_over(line: Line, said: list[Said], clauses: list[tuple[int, int]]) -> list[Said]:
    """The same, without the days that are over and only told of, and their hours where no other day stands beside them."""
    over = {clause for this, clause in zip(said, clauses, strict=True) if _is_over(line, clause, this)}
    ahead = {
        clause
        for this, clause in zip(said, clauses, strict=True)
        if isinstance(this.atom, DayAtom) and this.mode == "wanted" and this.atom.rule not in _OVER
    }
    return [
        replace(this, mode="dropped")
        if this.mode == "wanted" and clause in over and (this.atom.rule in _OVER or clause not in ahead)
        else this
        for this, clause in zip(said, clauses, strict=True)
    ]


# "antes de viajar no sábado" limits the wish
_BEFORE_EVENT = r"\bantes d[aeo]s? (?:[a-z]+ ){0,4}$"


def is_told(line: Line, said: Said) -> bool:
    """Whether something said belongs to a story ("casamento dia 20") and is no wish of its own."""
    before = line.norm[max(0, said.atom.start - _REACH) : said.atom.start]
    return rx(EVENT).search(before) is not None or _is_story(line, _clause(line, said), said)


def _clause(line: Line, said: Said) -> tuple[int, int]:
    """Where the clause around something said begins and ends in the normal form."""
    heads = list(thoughts(line.norm))
    before = [m.end() for m in rx(_ENDS).finditer(line.norm) if m.end() <= said.atom.start]
    before += [at for at in heads if at <= said.atom.start]
    after = [m.start() for m in rx(_ENDS).finditer(line.norm) if m.start() >= said.atom.end]
    after += [at for at in heads if at >= said.atom.end]
    return max(before, default=0), min(after, default=len(line.norm))


def _is_story(line: Line, clause: tuple[int, int], said: Said) -> bool:
    # "depois do dia 5, que cai o pagamento": what follows a limit is its reason
    behind = "" if said.op in {"after", "before", "from"} else line.norm[said.atom.end : clause[1]]
    words = f"{line.norm[clause[0] : said.atom.start]}_{behind}"
    asked = rx(r" ?\?").match(line.norm[clause[1] :]) or rx(_IF_NOT).search(line.norm[clause[1] :])
    if asked and rx(_OPEN).search(words):
        return True
    if rx(_WISH).search(words) or rx(_BEFORE_EVENT).search(words.split("_")[0]):
        return False
    if said.atom.rule == "days.today" and rx(_IS).match(words):
        return True
    return rx(_STORY).search(words) is not None or rx(_TODAY_IS).match(words) is not None
