"""What looks like a day or an hour and is none: prices, ages, addresses, durations, ordinals, names, greetings.

Each trap is hidden from the grammar of days and hours before it reads; a trap is a kind of thing, never a particular sentence.
"""

from __future__ import annotations

from anna.commands import RuleHit
from anna.conversation.understanding.dates.receipts import receipt_stamps
from anna.conversation.understanding.text.company import for_two
from anna.conversation.understanding.text.line import Line, rx

_N = r"\d{1,4}(?:[.,]\d+)?"
_MONTHS = r"(?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)"
_WEEKDAYS = r"(?:segunda|terca|quarta|quinta|sexta)"
_WORK = r"(?:trabalho|trampo|servico|expediente|escritorio|firma|emprego|plantao|loja)"
_DAYISH = rf"(?:domingos?|sabado|natal|pascoa|{_MONTHS}|segunda|quinta|quarta|sexta|aparecida)"
# What is counted in a clinic's chat. "h" and "dias" are not here: those are times unless a duration word stands by.
_THINGS = (
    r"(?:sess\w+|seringas?|ml|unidades?|ui|vezes|vez|x|areas?|regioes|regiao|pessoas?|kg|quilos?|cm|mm|filh[ao]s?|amigas?|irmas?|pacotes?|"
    r"aplicac\w+|parcelas?|ampolas?|fios?|anos?|aninhos|reais|real|conto|contos|pila|pilas|mangos|centavos|metros?|quadras?|"
    r"km|andar|graus|perguntas?|duvidas?|opcoes|fotos?|minutinhos?|segundos?|consultas?|procedimentos?|mensagens|litros?|semanas de|%)"
)

TRAPS: tuple[tuple[str, str], ...] = (
    ("traps.dated", r"\bquarta ou quinta(?= \d{1,2}/\d{1,2}\b)"),  # "qta 30/09": the date says which
    ("traps.money", r"(?:r ?\$|\$) ?\d[\d.,]*(?: mil)?(?: (?:a|ou|e|-) (?:r ?\$|\$)? ?\d[\d.,]*)?"),
    ("traps.money", r"\b\d[\d.,]*(?: e \d+)? (?:reais|real|conto|contos|pila|pilas|mangos|mil)\b"),
    # a receipt that is pasted: when it was paid
    ("traps.receipt", r"\b(?:enviad[ao]|realizad[ao]|efetuad[ao]|debitad[ao]|transferid[ao]|transferencia|recebid[ao]|pag[ao]|feit[ao]|comprovante)(?: (?:em|dia|no dia|hoje|,|:|-))* \d{1,2}/\d{1,2}(?:/\d{2,4})?(?: (?:as|,|-|h))* ?(?:\d{1,2}(?:[:h]| h )\d{2}(?::\d{2})?)"),
    ("traps.percent", r"\b\d[\d.,]* ?%|\b\d+ por cento\b"),
    ("traps.document", r"\b\d{3}\.\d{3}\.\d{3}-\d{2}\b|\b\d{5}-\d{3}\b|\bcpf (?:e )?[\d.-]+|\bcep (?:e )?[\d.-]+"),
    ("traps.birth", r"\b(?:faz|faco|fazer|completa|completo|completar) \d{1,3} anos(?: (?:no|em|dia|na|agora))* ?(?:dia )?(?:\d{1,2}(?:/\d{1,2})?)?\b"),
    ("traps.age", rf"\b(?:tenho|com|de|fiz|faco|faz|completei|completo|idade) {_N} (?:anos|aninhos)\b|\b{_N} (?:anos|aninhos)\b(?: e meio)?|\b(?:menor|maior) de \d+\b|\bidade (?:e |de )?\d+"),
    ("traps.birth", rf"\b(?:faz|faco|fez|completa|completou|completo|vai fazer|vou fazer|fara|farei) (?:1[2-9]|[2-9]\d)(?: anos)? (?:(?:agora|ja|esse|este|n[oa]|em|dia|de|proxim[oa]) )*(?:\d{{1,2}}(?:/\d{{1,2}})?|{_MONTHS}|segunda|terca|quarta|quinta|sexta|sabado|domingo|mes(?: que vem)?|semana(?: que vem)?|amanha|hoje)(?: feira)?\b"),
    ("traps.birth", rf"\b(?:nasci|nascida|nascido|nascimento)(?: (?:em|no|e|dia|de|do|dela|dele|meu|minha|da|:|foi))* \d{{1,2}}(?:[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?|(?: de)? {_MONTHS})(?: de \d{{4}})?"),
    ("traps.anniversary", r"\b(?:hoje|amanha|ontem|segunda|terca|quarta|quinta|sexta|sabado|domingo|semana que vem|mes que vem|dia \d{1,2})(?: feira)? (?:faz|fazem|vai fazer|completa|fara) (?:\d+|uma?) (?:anos?|mes|meses|semanas?)(?: e meio)? (?:que|d[aeo]|sem)\b"),
    ("traps.repeat", r"\bde \d+ em \d+ (?:dias?|meses|semanas?)\b|\b(?:a )?cada (?:\d+|uma?) (?:dias?|meses|mes|semanas?|h)\b|\b\d+ (?:x|vezes|vez) (?:por|na|ao) (?:semana|mes|dia)\b|\buma vez (?:por|na) semana\b|\btod[ao]s? (?:mes|semana|dias?|as semanas)\b|\b(?<!depois de )(?P<day>\w+) sim(?: ,)? (?P=day) nao\b"),
    ("traps.follow_up", r"\b\d+ (?:dias?|semanas?|meses|h) (?:depois(?! de amanha)|antes|apos|atras|seguidos|corridos)\b(?: d[aeo]| disso)?"),
    ("traps.ago", r"\b(?:ha|(?<!daqui )(?<!hoje )(?<!\d )(?<!h )a(?! uma h\b(?! (?:atras|que|e (?:nada|ninguem))))|faz|fazem|fez|tem(?! \d+ (?:h|min)\b(?! que| ja)))(?: (?:uns|umas|mais de|quase|cerca de|so))? (?:\d+|um|uma) (?:dias?|semanas?|mes|meses|anos?|h|min)\b(?! (?:da|de) (?:manha|tarde)|(?<=\ba \d h) \d\d\b|(?<=\ba \d\d h) \d\d\b)"),
    ("traps.duration", r"\b(?:dura|duram|demora|demoram|leva|levam|durou|demorou|esperei|esperando|durante|intervalo de|prazo de|atrasad[ao]|atraso de|atrasar)(?: \?)?(?: (?:uns|umas|cerca de|mais ou menos|quase|em media|mais de))? (?:\d+|uma?|meia)(?: ?h| min)(?: e (?:meia|\d+))?(?: min)?\b"),
    ("traps.duration", r"\b(?:sess\w+|massagem|consulta|pacotes?|procedimento|duracao|atendimento|aula|drenagem)(?: \w+)? (?:de|com|dura) (?:\d+|uma?|meia) ?(?:h|min)(?: e meia| e \d+)?(?: \d+)?\b"),
    ("traps.duration", r"\b(?:\d+|uma?|meia) ?(?:h|min)(?: e meia)? (?:(?:de|por) (?:sess\w+|massagem|procedimento|duracao|drenagem|aula|atendimento|atraso|antecedencia|viagem|intervalo)|cada|a menos|a mais|atrasad\w+|seguidas?|inteiras?|no transito)\b"),
    ("traps.duration", r"(?<!as )(?<!das )(?<!pras )(?<!dia )\b(?:\d{1,2}|uma) h(?: e)?(?: \d\d| meia)?(?: min)? de (?!(?:manha|tarde|noite|madrugada|amanha|hoje|depois|segunda|terca|quarta|quinta|sexta|sabado|domingo|seg|ter|qua|qui|sex|sab|dom|dia|novo|boa|graca|preferencia|la|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)\b)[a-z]{3,}"),
    ("traps.duration", r"\b(?:retorno|resultado|efeito|inchaco|manutencao|recuperacao|sessao|curso)(?: (?!marc|agend|quero|queria|pode|para\b)[a-z]+){0,4} (?:em|de|com|apos|so|por) (?:uns |umas |ate |cerca de )?\d+ (?:dias?|semanas?|meses|h)\b"),
    ("traps.duration", r"\bmeia h\b|\b(?:\d+|uma) h e meia de\b|(?<! h )(?<! h e )\b\d+ min\b(?! (?:para|pra))|\b(?:daqui|em|dentro de)(?: a)? (?:\d+|uma|meia|umas \d+) ?(?:h|min)\b"),
    ("traps.always_open", r"\b(?:24|48|72) h\b"),
    ("traps.fraction", r"\b(?:24/7|1/2|1/3|2/3)\b(?!/)"),
    ("traps.counted", rf"\b{_N} ?{_THINGS}(?!\w)"),
    # two who come, or two sides: "eu e minha amiga, as duas fazer junto", "nas duas, axila"; and an hour that she says she never said
    ("traps.counted", r"\bas 2 (?:juntinhas|faz(?:er(?:em)?|em)\b|precisam|podem|podemos|queremos|topam|sao)|\b(?:as|nas) 2 ,? ?(?:axilas?|pernas?|virilhas?|coxas?|bracos?|maos|sobrancelhas?|panturrilhas?)\b"),
    ("traps.counted", r"\b(?:eu e (?:ela|(?:a )?minha \w+)|(?:minha \w+|ela) e eu|(?:com|c) (?:a )?minha \w+|nos 2|(?:disse|falei|digo|quis dizer)(?: que)?(?: e| eram?)?) ,? ?as 2\b(?! ?(?:h\b|:|da\b|de\b|e \d|e meia|em ponto|hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado))"),
    ("traps.unsaid", r"\b\d{1,2}(?: ?h|:\d\d)(?: ?[?!.,])*(?: (?:ue|uai|mas|eu|como))* nao (?:disse|falei|pedi|marquei|escolhi|quis)(?: (?:nenhum|nenhuma))? (?:h|horario)\b"),
    ("traps.counted", r"(?<=juntas )as 2\b(?! ?(?:h\b|:|da\b|e meia))|(?<=juntos )os 2\b|\b[ao]s [2-9] (?:juntas?|juntos?|ao mesmo tempo|(?:tao|estao|ficaram|foram|marcad[ao]s|querem|vao (?:ir|vir|fazer))\b|d[ae] uma vez|n[oa] mesm[oa] (?:dia|h|horario|hora))\b"),
    ("traps.counted", r"\b(?:qual|quais|nenhum|nenhuma) (?:d[aeo]s|dess[ae]s|dest[ae]s) 2\b(?! ?(?:h\b|:))"),
    ("traps.counted", r"\bquanto (?:\w+ ){1,2}as \d\b(?! ?(?:h|:))"),
    ("traps.counted", r"\b(?:pacote|combo|kit|plano|promo\w*) (?:de|com) \d+\b|\b(?:nota|tamanho|manequim|numero|nro|no) \d+\b(?! ?(?:h|:))|\bem \d+ (?:x|vezes)\b"),
    ("traps.address", rf"\b(?:rua|avenida|av|alameda|travessa|praca|rodovia|estrada|bairro|vila|jardim)(?: \.)? (?:d[aeo]s? )?(?:\d{{1,2}} de {_MONTHS}|{_DAYISH}|\w+)(?: \w+)?(?: ?,)?(?: (?:n|numero|no)? ?\d+)?"),
    ("traps.address", r"\b(?:apartamento|bloco|bl|casa|quadra|lote|sala|andar|torre|loja|km|conjunto) \d+\w?\b"),
    ("traps.address", rf"\b(?:na|da|pela|com a) \d{{1,2}} de {_MONTHS}(?: ?,)?(?: (?:n|numero)? ?\d+)?\b(?!:)"),  # a date is masculine, a street feminine
    ("traps.of_yesterday", r"\b(?:sou|e|aqui|aqui e|sou eu|falo|fala|chamo)(?: (?:a|o|aquela|aquele|eu|de novo|mesma|mesmo))+(?: (?!de\b)[a-z_]+){0,3} de (?:ontem|anteontem)\b|(?<=, )[ao] de ontem\b"),  # "sou a Severina de ontem"
    # "ficou caro pra esse mês": what she can pay, and no wish for one of its days
    ("traps.means", r"\b(?:car[ao]|carinh[ao]|puxad[ao]|pesad[ao]|salgad[ao]|apertad[ao]|apert(?:ou|a)|dinheiro|grana|verba|cabe|coube|cabia)(?: (?:demais|muito|o|a|no|na|do|da|pro|para|pra|mim|meu|bolso|orcamento|agora|de|em|conta))* (?:n?esse|n?este|desse|deste|do|no) mes\b"),
    ("traps.joke", r"\b(?:para|pra) ontem\b"),
    ("traps.place", r"\brio de janeiro\b|\b(?:sou de|moro em|venho de|vim de|aqui em|cidade de|to em|estou em) natal\b|\b(?:shopping|estacao|metro) \w+"),
    # a firm, or whatever else bears the name of a feast
    ("traps.place", r"\b(?:farmacia|drogaria|padaria|pizzaria|hospital|escola|colegio|igreja|paroquia|loja|mercado|supermercado|posto|bar|restaurante|academia|laboratorio|salao|oficina|papelaria|otica)(?: d[aeo]s?)? (?:sao joao|natal|pascoa|tiradentes|independencia|finados|ano novo|nossa senhora aparecida)\b"),
    # "a última das 3": of the three that were offered
    ("traps.ordinal", r"(?:(?<=ultima )|(?<=primeira ))das? [2-4]\b(?! ?(?:h\b|:|\d|da |e meia|em diante|pra|para))"),
    ("traps.ordinal", rf"\b{_WEEKDAYS}s? (?:sess\w+|vez|aplicac\w+|opcao|dose|parcela|tentativa|consulta|mao|opiniao|coisa|pergunta|avaliacao|etapa|linha|mensagem|serie|via)\b"),
    # "pode ser quarta, filha" names a day and whom she talks to
    ("traps.ordinal", rf"\b(?:minha|sua|tua|nossa|da|uma|(?<!ser )a) {_WEEKDAYS} (?:filha|amiga)\b"),
    ("traps.ordinal", r"\b(?:primeira|segunda|terceira)(?: e (?:segunda|terceira))? (?:vez|sessao|opcao|aplicacao|pergunta|consulta)\b"),
    ("traps.name", rf"\b(?:dr|dra|doutora?|sr|sra|seu|senhora?|dona|tia|vo|professora?|com a(?! (?:segunda|quarta|quinta|sexta)\b)|chamo|nome e|nome) (?:\. )?{_DAYISH}\b"),
    ("traps.name", r"\bdomingos (?!(?:a|de|eu|e|nao|tem|ou|na|no|pode|da|cedo|sim|vc|voces?|abre|as|sao|atende\w*)\b)[a-z]{3,}\b"),
    ("traps.idiom", r"\b(?:presente d[eo] (?:natal|ano novo|fim de ano|dia d[ao]s \w+)|sexta feira 13(?! de| /)|segunda pele|segunda mao|de primeira|de segunda|(?<!meio )dia dia|dia a dia|quarto|quinta serie|bom domingo|boa (?:segunda|terca|quarta|quinta|sexta|semana)|bom (?:sabado|feriado|fim de semana|final de semana)|(?<=^)fim de semana (?:(?:pra|para) )?voces(?= ?[.!]*$)|otim[ao] (?:semana|sexta|segunda|fim de semana|final de semana|feriado)|feliz (?:natal|pascoa|ano novo|dia (?:das maes|da mulher|dos namorados)))\b(?<!de segunda)"),
    ("traps.see_you", r"(?:(?<=^)|(?<=[,.;!?\n] )|(?<=obrigada )|(?<=obrigado )|(?<=valeu )|(?<=entao )|(?<=ok )|(?<=beijos )|(?<=beijo )|(?<=tchau )|(?<=bom )|(?<=certo )|(?<=perfeito )|(?<=fechado )|(?<=combinado )|(?<=beleza )|(?<=sim )|(?<=gente )|(?<=meninas )|(?<=show )|(?<=otimo )|(?<= e )|(?<=confirmado )|(?<=voce )|(?<=joia )|(?<=blz ))ate (?:amanha|segunda|terca|quarta|quinta|sexta|sabado|domingo|mais|logo|la|breve|semana que vem|hoje)(?= *(?:$|[^\w\s]|obrigad|entao|bj|beijo|tchau|\\n))"),
    # "que o Senhor te ilumine hoje e sempre", "abençoada sexta"
    ("traps.blessing", r"\b(?:hoje|agora|amanha)(?: ?(?:,|e)? ?(?:hoje|agora|amanha))* e (?:para )?sempre\b|\b(?:abenco\w+|ilumin\w+|protej\w+|acompanhe)(?: (?:te|lhe|voces?|a|o|os|as|sua|seu|tua|teu|tod[ao]s?|muito|grandemente|dia|vida|familia|no|de))* hoje\b|\btenha\w* um \w+ dia(?: (?:para|pra) (?:voces?|todos))? hoje\b|\b(?:abencoad[ao]|feliz|iluminad[ao]) (?:segunda|terca|quarta|quinta|sexta|sabado|domingo)(?: feira)?\b"),
    # when she writes, not when she comes
    ("traps.writes", rf"\b(?:to|tou|estou|acabei de|acabo de)(?: (?:aqui|agora|ja|so|bem|ainda))* (?:n[oa] (?:meu |minha )?(?:(?:h|horario|pausa|intervalo|horinha) d[eo] )?(?:almoco|rango)|(?:saindo|sair) d[oa] (?:meu |minha )?{_WORK})\b(?! (?:as|das|umas|la|so|sempre|todo|d?e?as? \d)\b)"),
    ("traps.writes", r"\baproveit\w+(?: (?:aqui|que|to|estou|agora))* (?:n?[oa] )?(?:meu |minha )?(?:(?:h|horario|pausa|intervalo) d[eo] )?almoco(?= (?:para|pra) (?:te |vos |voces )?(?:pergunt|mand|fal|escrev|ver|tir|cham|resolv|pesquis|sab))"),
    # what o'clock it is while she writes: "agora são 3h", "são 3 da manhã e eu acordada"
    ("traps.now", r"\b(?:agora(?: ja| aqui)? (?:e|sao)|(?:ja )?sao agora)(?: quase| umas)? \d{1,2}(?: ?h| ?: ?\d\d)?(?: ?\d\d)?(?: e meia)?(?: da (?:manha|madrugada|noite|tarde))?\b"),
    ("traps.now", r"(?:(?<=^)|(?<=[,.;!?\n] )|(?<=dia )|(?<=tarde )|(?<=noite )|(?<=oi )|(?<=ola )|(?<=mas )|(?<=ja )|(?<=que ))sao(?: quase)? \d{1,2}(?: h)? da (?:manha|madrugada|noite)\b(?= (?:e (?:eu|ainda|nao|nada|ninguem|to|tou|estou)|agora|aqui|to|estou|ainda))"),
    ("traps.news", r"\b(?:que dia e hoje|que h sao|hoje em dia|ate hoje|de hoje em diante|hora extra|na h h|toda h|qualquer h|a qualquer h|na h\b(?! d[eo] (?:almoco|rango)| que (?:(?:voces|a clinica) )?abr)|uma h ou outra|em cima da h|que h|as vezes)"),
)  # fmt: skip


# Said of a list, these are its first and its last.
_OF_A_LIST = r"\b(?:primeir[ao]|ultim[ao]) (?:h|horario)\b"


def hide_traps(line: Line, *, day_asked: bool, listed: bool = False) -> tuple[Line, tuple[RuleHit, ...]]:
    """The line with every trap hidden, and which trap hid what.

    `day_asked`: Anna just asked for a day, so "até sexta" is a limit; otherwise it is a farewell. `listed`: she just offered a
    list, so "o primeiro horário" is its first.
    """
    hits: list[RuleHit] = []
    for start, end in receipt_stamps(line):
        hits.append(line.hit("traps.receipt", start, end, "when money went"))
        line = line.hide(start, end)
    for rule, pattern in (*TRAPS, ("traps.of_a_list", _OF_A_LIST)) if listed else TRAPS:
        if day_asked and rule == "traps.see_you":
            continue
        for match in rx(pattern).finditer(line.norm):
            hits.append(line.hit(rule, match.start(), match.end(), "neither day nor hour"))
            line = line.hide(match.start(), match.end())
    company = for_two(line)
    return line.hide(*company) if company else line, tuple(hits)
