"""What is only told: stories, feasts, other people's hours, visits already booked. Why somebody writes, not when to come."""

from __future__ import annotations

from anna.conversation.understanding.dates.days import DayAtom
from anna.conversation.understanding.dates.limits import AFTER_BEFORE, BEFORE_BEFORE, SIDE, they_leave
from anna.conversation.understanding.dates.run_ons import after_turn
from anna.conversation.understanding.dates.times import PartAtom, TimeAtom
from anna.conversation.understanding.text.line import Line, rx

Atom = DayAtom | TimeAtom | PartAtom

LEAD = r"(?: (?:na|no|em|de|a|as|o|aos|nas|nos|da|das|do|dos|pela|para|pra|pras|pro|ser|na parte|ate|dia|e|la|tipo|mesmo|muito|ir|vir|ai|proxima|hoje))*"
UNNEEDED = rf"\b(?:esquec[ea]\w*|descart\w+|risc[ao]\w*|apag[ae]\w*){LEAD} ?$|\bnao (?:precisa|necessariamente|faz questao|tem que|precisava|obrigatoriamente)(?: (?:ser|que seja|de ser))?{LEAD} ?$"
EVENT = r"\b(?:cha (?:d[eo]|bar|revelacao)|cha(?= e)|cha$|promoc\w+|vale(?= ate)|voucher|vence|expira|oferta|(?<!sem )desconto|cupom|validade|casamento|formatura|festa|aniversario|niver|evento|prova|show|batizado|viagem|ensaio|noivado|baile|entrevista|viajo|viajar|viajando|(?<!no )(?<!nesse )(?<!em )caso(?! (?:nao|tenha|seja|de|voces?|der|haja|tiver))|casando|casar|formo)\b(?: \w+){0,6} ?$|\b(?:(?:tenho|faco|fazer|marquei|marcaram|minha|e) (?:[ao] |uma |minha |ja )*(?:cirurgia|operacao)|opero|(?<!quero )(?<!queria )operar|ser operad[ao])(?: (?!quero|queria|prefiro|posso|pode|entao|marc\w+|agend\w+|e\b(?! (?:n?o )?dia)|mas|para|pra)\w+){0,4}(?: (?:e|vai ser|sera|ta marcad[ao]))?(?: n?o)?(?: dia)? ?$"
# "dou aula pra crianças de manhã": when she works, not when she comes.
WORKS = r"\b(?:trabalho|estudo|(?:dou|tenho|faco) (?:aulas?|faculdade|facul|curso|estagio|plantao)|(?:to|estou|fico) (?:na|no) (?:facul\w*|escola|trabalho|curso|loja))(?: (?!pode|quero|queria|so\b|marca|entao|mas|livre)[a-z]+){0,4} ?$"
FIXED_HOUR = r"\btenho (?:um |uma )?(?:dentista|medic[ao]|reuniao|audiencia|prova|aula|consulta|exame|compromisso|cliente|treino|terapia|entrevista|fisio\w*|psicolog[ao])(?: (?:as|das|a|de|umas|com|no|na|[a-z]+ a?s?))* ?$|\bvou levar(?: [a-z]+){0,6} ?$|\b(?:marido|esposo|esposa|mae|pai|irma|irmao|filh[ao]|namorad[ao]|sogr[ao]|chefe|ele|ela) (?:so |sempre )?(?:(?:trabalha|estuda)(?! ate\b)|sai|chega|larga|volta|entra|fica)(?: (?!eu\b|quero|pode)[a-z]+){0,3} ?$|\b(?:creche|escola|estacionamento|garagem|predio|portaria|loja|banco|cartorio|balsa|shopping|mercado|faculdade|academia) (?:so )?(?:fecha|abre|termina|acaba|comeca|vai|sai|e)(?: (?:as|ate|ate as|das|a|umas|so))* ?$|\b(?:busco|pego|levo|deixo|buscar|pegar|levar|deixar)(?: [a-z]+){0,6} ?$|\b(?:acordo|levanto|durmo|deito|almoco|janto|rezo|novela|escola|academia|pilates|plantao|voo?|onibus|reuniao|prova|entrevista|cirurgia|missa|culto|viagem|trem)\b(?: (?:e|eh|as|comeca|sai|so|que|da|meu|minha))* ?$"
NARRATIVE = (
    r"\b(?:(?:nao|num|nem) (?:pude|consegui|dei conta|tive como)|fiz|fui|fizemos|foi feit[ao]|foi (?:ai|la|na clinica|com voces)|(?:tava|estava|estive)(?! (?:pensando|querendo|planejando|vendo|olhando|afim|a fim|precisando|de olho|com vontade))|tirei|coloquei|apliquei|aplicaram|comprei|paguei|recebi|mandei|liguei|falei(?= com| ai\b| na clinica)|marcaram|atenderam|aconteceu|comecou|fizeram|tomei|fez|"
    r"operei|cai|passei|senti|morreu|sumiu|desapareceu|derreteu|desde(?! que (?:seja|for|tenha|fosse|de|nao))(?: que| as| a| o)?|ganhei|vim|perdi|faltei|esqueci|cheguei|conheci|vi(?! que (?:voces|a clinica) (?:abr\w+|atend\w+)(?: (?:n?[ao]|de|aos?|ate))* ?$)|mandaram|responderam|disseram(?! que)|ficou|fiquei|deu|(?<!ja )era pra|(?:sessao|consulta|vez|aplicacao|retorno|visita) foi|(?:descobr|perceb|ouv|escrev|beb|com|dorm|respond|assist|sofr|corr|sub|desc|sum|engol|sent|viv|mord|vend|part)i|(?!(?:fal|inform|avis|coment)aram que|disseram que)[a-z]{2,}(?:aram|eram|iram)|(?!estou|errou|trocou|(?<!clinica )(?<!voces )(?<!loja )fechou|topou|combinou|enganou|confundiu|sobrou|liberou|vagou|rolou|precisou|mudou|restou|encaixou|(?:fal|avis|combin)ou que)[a-z]{3,}ou|voltei|sai d|(?!pens|err|fal|gost|prefer|decid|lembr|escolh|olh|ach|confund|engan|mud|(?:est|viaj|trabalh|volt|fic|cheg|lig|marc|precis|consegu|pod|prefer|sa|v|t|f|s)?[aei]rei\b)[a-z]{3,}ei)\b(?: (?!, (?:e )?(?:agora|[ao] d(?:ela|ele))\b|quer|pod|posso|marc|agend|para\b|pra\b|tem\b|teria|consig|gostaria|prefir|bora\b|vamos|preciso|entao\b|kkk|encaix|vaga\b|me (?:ve|marca|poe|bota|encaixa|salva)|bota\b|poe\b|mas\b)[\w,]+){0,7}? ?$"
)
# What was done on that day.
NARRATIVE_AFTER = r"^(?: (?:ainda|nao|nem|nunca|so|cedo|de manha|a tarde|a noite|eu|ja|a gente|mesmo|_+))* (?:(?!pens|err|fal|gost|prefer|decid|lembr|escolh|olh|ach|confund|engan|mud|se|re|le)[a-z]{2,}(?:ei|amos|imos)|fui|fiz|tive|vim|teve|estive)\b"
# "comprovante das 10:15", "me liga depois das 18h", "mal posso esperar pra quinta": of other things than the visit.
ELSEWHERE = (
    # the telephone that is given is answered then: "31 99876 1200, mas só atendo depois das 18"
    r"(?:_|\d{4})[^.!?]{0,20}\bso (?:atendo|olho|vejo|consigo atender)(?: (?:ele|o (?:celular|telefone)|ligacao|ligacoes))?(?: (?:depois|antes|apartir|a partir|apos))?(?: (?:d[aeo]s?|as?))* ?$|"
    r"\b(?:sem (?:grana|dinheiro|condicoes|tempo|um tostao)|(?:dur|lis|apertad|quebrad|enrolad)[ao])(?: (?!mas|entao|quero|pode)[a-z]+){0,5} ?$|"
    r"\b(?:to|estou|tou|fiquei|ando) (?:(?:muito|meio|bem) )?(?:(?:em|numa|no) (?:crise|surto)|com febre|menstruad[ao]|gripad[ao]|tont[ao]|enjoad[ao]|de tpm)(?: (?:desde|so))* ?$|"
    r"\b(?:cartao|fatura|conta|boleto|aluguel)(?: [a-z]+){0,2}? (?:vira|fecha|cai|vence)(?: (?:no|dia|em|todo|o))* ?$|"
    r"\d ?% (?:[a-z]+ ){0,3}ate(?: (?:o|a|dia|essa|esse))* ?$|"
    r"\bquem (?:vai |que |e que )*(?:me |nos )?(?:atend\w+|faz\w*)(?: [a-z]+){0,3} ?$|"
    r"\b(?:comprovante|pix|recibo|nota fiscal|boleto|transferencia|print|email|e mail)(?: (?!marc|agend|quero|queria|pode|posso|consig|vou)[a-z]+){0,5} ?$|"
    r"\b(?:lig(?:a|ar|ue|uem)|telefon(?:a|ar|em)|(?:mand\w+|envi\w+) (?:uma? )?(?:mensagem|whatsapp|audio)|me cham(?:a|ar|e|em)|falar comigo)(?: (?!marc|agend|quero|queria|para\b|pra\b)[a-z]+){0,4} ?$|"
    r"\bme avis\w+(?: (?!se\b|quando\b|caso\b)[a-z]+){0,5} ?$|\b(?:mal posso esperar|nao vejo a h|ansios[ao]|contando os dias|doid[ao]|louc[ao])(?: (?:para|pra|por|com|de|que|chegar?|chegue|logo))* ?$|"
    r"\bconfirm(?!o\b|amos\b|ando\b|ad[ao]\b|adissim)\w*(?: (?:ai|pra mim|para mim|se|por favor|o|a|de|que))* (?:meu|minha) [a-z]+(?: (?:de|da|do|na|no|dia|pra|para|as))* ?$|"
    r"\b(?:meu|minha) (?:sessao|consulta|horario|h|retorno|avaliacao)(?: (?:e|esta|ta|ficou)| esta marcad[ao]| ta marcad[ao])(?: (?:para|pra|na|no|as|dia))* ?$"
)
# "semana que vem eu te chamo", "mês que vem eu marco": when the patient will say more.
_WILL_SAY = r"^(?: ,)?(?: (?!nao\b)[a-z]+){0,5}? (?:te|lhe|ti) (?:chamo|aviso|falo|ligo|procuro|mando|retorno|respondo|dou|confirmo|digo|_+)|^(?: ,)? (?:eu |ai |dai |e )*(?:entro em contato|vejo|a gente ve|decido|penso|marco|resolvo|remarco|agendo)\b|^(?: eu)? talvez eu\b|^ (?:eu|ai|dai|a gente)(?: [a-z]+){0,4} _{5,}"
# "trabalho a semana toda": no week that is wished for.
_ALL_WEEK = r"\b(?:trabalho|estudo|trampo|corrid[ao]|ocupad[ao]|chei[ao]|lotad[ao]|viajando|plantao|cuido [a-z ]*|fico [a-z ]*)(?: (?:muito|direto|quase|sempre|fora|n?a|o|durante|por))* ?$"
# "sexta é feriado", "dia 9 é aniversário do meu filho": what day it is, not when to come.
_IS_A_FEAST = r"^ ?(?:,? ?)(?:ja |ai |tambem )*(?:e|eh|vai ser|sera|cai|foi)(?: n?[ao])?(?: (?:o|um|uma|a|meu|minha|nosso|dia (?:d[aeo]|santo)))* ?(?:(?<=meu )dia\b(?! (?:de folga|livre|de descanso|mais))|feriad[ao]o?|feriadao|aniversario|niver|casamento|formatura|festa|batizado|prova|plantao|enterro|velorio|viagem|folga d[aeo]l[ae]|(?<=meu )(?:retorno|dia ai|horario)|(?<=minha )(?:consulta|sessao|vez)|(?:cirurgia|operacao))\b"
# "segunda é dia 12, feriado, né": neither of them.
_IS_DATED_FEAST = r"^ ?,? ?(?:que )?(?:e |cai )?(?:n?o )?dia \d{1,2}(?: de [a-z]+)? ?,? ?(?:que )?(?:e |ja e |vai ser )?feriad\w+|^ ?, ?feriad\w+(?= ?(?:,|ne\b|\.))"
_ALREADY = r"^ ja e (?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|outro mes|mes novo|_+)\b"
_IF_NONE = r"^[^.!?]{0,30}\bferiad\w+[^.!?]{0,20}\? ?(?:e |ai |mas )?se nao\b"
# "hoje corro 5 km", "hoje tô ótima": how things are.
_NOWADAYS = r"^ (?:,? ?)(?:eu |ja |nao |so |em dia |ela |ele |a gente )*(?:to|estou|ta|esta|sou|corro|malho|peso|moro|vivo|uso|acordei|amanheci|sinto|me sinto|ando|como|durmo|treino|pratico|fumo|bebo)(?! (?:ate |de boa|de boas)?(?:\w+ )?(?:livre|folga|disponivel|disposicao|podendo|querendo|precisando|afim|fim|perto|aqui|ai|vaga|horario|tranquil[ao]|sussa|suave))\b"
_BOOKED = r"\b(?:meu|minha|nossa|nosso) (?:horario|h|consulta|sessao|agendamento|atendimento|retorno|avaliacao|reserva|procedimento|\w+)(?: (?:de|da|do|na|no|dia|pra|para|as|a|que|esta|ta|marcad[ao]|agendad[ao]|tenho))* ?$"
_STANDS = r"^(?: (?:as|a|de|das|da|pela|h|_+|\d+))*? (?:(?:ainda|ja|mesmo) )*(?:continua|ta|esta|segue|permanece|ficou|vai|e|foi)(?: (?:ainda|mesmo|tudo))? (?:valendo|de pe|confirmad[ao]|marcad[ao]|agendad[ao]|cert[ao]|mantid[ao]|valid[ao]|garantid[ao]|mesmo|que h|o mesmo)\b"
# "porque sábado tenho um casório, cês têm sexta?": after the comma she asks again.
_ASKS_AGAIN = r"[,.;?!] (?:[a-z]+ ){0,3}?(?:tem|tens|teria|conseg\w+|pode\w*|podia|quer\w*|marca\w*|da|daria|encaix\w+|vaga|bora|prefiro|serve|rola)\b"
# Another day of the same story: "casamento dia 20 e 21".
_JOINED = r"^ ?(?:,|e|ou|a|ate|/|-|,? ?dia)(?: (?:n?[ao]|dia))* ?$"
# The event is what the wish must come before; "quanto tempo antes?" asks.
BY_THEN = r"(?<!tempo )(?<!dias )(?<!meses )(?<!semanas )\bantes\b|\bate la\b"
REACH = 160


def just_before(line: Line, atom: Atom) -> str:
    """The words that can still bear on `atom`; a whole essay before it cannot."""
    return line.norm[max(0, atom.start - REACH) : atom.start]


# "à noite vocês não atendem": nobody's refusal.
CLOSED_THEN = r"^ ?(?:ai )?(?:voces|a clinica|ai)? ?nao (?:atende\w*|abre\w*|funciona\w*|trabalham|fazem)\b"


# "não pude ir hoje": that visit is over
_MISSED = r"\b(?:nao|num) (?:pude|consegui|fui|compareci|apareci|deu (?:para|pra))(?: (?:ir|vir|comparecer|aparecer|chegar|ai|la|mesmo))* (?:(?:n?[ao]|dia|de) )*$"


# "pago amanhã", "vou depositar só na sexta", "amanhã eu pago": when the money comes. Who pays on the day she comes says so.
_PAYS = (
    r"(?<!quanto )(?<!ja )(?<!ta )(?<!esta )\b(?:pago|pagar|pagarei|pagamos|deposito|depositar|transfiro|acerto o (?:sinal|valor)|recebo|vou receber|(?:tenho|vou ter|entra|cai|sai) (?:o |a |meu |minha )*(?:dinheiro|grana|salario|pagamento))"
    r"(?: (?!marc|agend|ir\b|vou\b|vir\b|faz|fiz|quero|queria|prefiro|pode|consulta|horario|vaga|tem\b|quando\b|entao\b)[a-z]+){0,3} ?$"
)
_THEN_PAYS = r"^ (?:cedo |sem falta |eu |ai |ja |so |a gente |de manha |a tarde |a noite )*(?:pago|pagarei|deposito|transfiro|recebo|(?:vou |consigo |posso )(?:pagar|depositar)|faco (?:o |a |um )?(?:pix|deposito|pagamento|transferencia)|mando o (?:pix|sinal|dinheiro))\b(?! (?:n[ao]|em|ai|la|a vista|com|o resto|o restante|tudo)\b)"
_BEFORE_PAYING = r"^(?:(?:nao|so|entao|mas|e|ai|eu|na|no|ta|ok|certo|pode deixar|ate|moca|oi|blz|beleza|hoje|consigo|que)(?: |$))*$"


def _is_payday(clause: str, after: str) -> bool:
    """Whether it is the money that comes on that day, and not who pays it."""
    return rx(_PAYS).search(clause) is not None or (
        rx(_THEN_PAYS).match(after) is not None and rx(_BEFORE_PAYING).match(clause.strip()) is not None
    )


def is_aside(clause: str, after: str) -> bool:
    """ "não precisa ser hoje", "fiz sexta", "me liga depois das 18h", "amanhã te aviso"."""
    told = _is_payday(clause, after) or any(
        rx(pattern).search(clause) for pattern in (UNNEEDED, NARRATIVE, ELSEWHERE, _MISSED)
    )
    not_so = rx(r"\bnao era(?: (?:as|na|no|dia|a|pra|para|de))* ?$").search(clause) and rx(
        r"^[^.!]*\?"
    ).match(after)
    return told or bool(not_so) or any(rx(pattern).match(after) for pattern in (_WILL_SAY, r"^ nao era ?\?"))


def only_named(line: Line, atom: Atom, after: str) -> bool:
    """ "hoje cedo mandei mensagem", "às 8 é muito cedo", "sexta é feriado né", "meu horário de quinta continua valendo?"."""
    if rx(NARRATIVE_AFTER).match(after) or rx(r"^ (?:h )?e (?:muito |meio |bem )?(?:tarde|cedo)\b").match(
        after
    ):
        return True
    if isinstance(atom, PartAtom) and rx(CLOSED_THEN).match(after):
        return True
    if not isinstance(atom, DayAtom):
        return False
    if rx(r"^ que (?:eu |ela |ele )?(?:fiz|fui|fez|foi|coloquei|apliquei|tirei|operei)\b").match(after):
        return True
    if atom.days.grain == "week" and rx(_ALL_WEEK).search(just_before(line, atom)) and _whole(atom):
        return True
    if any(rx(told).match(line.norm[atom.end : atom.end + 60]) for told in (_IS_DATED_FEAST, _ALREADY)):
        return True
    if rx(_IF_NONE).match(after):
        return False  # "dia 8 é feriado aí? se não for, pode ser"
    if rx(_IS_A_FEAST).match(after) or (atom.rule == "days.today" and rx(_NOWADAYS).match(after)):
        return True
    booked = rx(_BOOKED).search(line.norm[max(0, atom.start - REACH) : atom.start]) is not None
    return booked and rx(_STANDS).match(line.norm[atom.end :]) is not None


def _whole(atom: DayAtom) -> bool:
    return atom.rule in {"days.whole_week", "days.rest_of_week"}


def is_reason(line: Line, before: str, atom: Atom) -> bool:
    """ "porque à tarde pego meu filho às 3", "tenho um casamento sábado": why, not when. Working hours are both."""
    told = after_turn(just_before(line, atom))
    if (
        isinstance(atom, DayAtom)
        and rx(EVENT).search(told if rx(_JOINED).match(before) else before)
        and not rx(BY_THEN).search(line.norm)
    ):
        return True
    if isinstance(atom, TimeAtom) and they_leave(told, line.norm[atom.end :]):
        return False
    if isinstance(atom, TimeAtom) and rx(FIXED_HOUR).search(told):
        return rx(SIDE).match(line.norm[atom.end :]) is None
    if isinstance(atom, PartAtom) and rx(WORKS).search(told):
        return True
    # "sexta não porque tenho prova, quinta": the reason ended at the comma
    if isinstance(atom, DayAtom) and rx(r"[a-z] [^_]*, (?:(?:so|entao|pode|ser|na|no|a|mas) )*$").search(
        before
    ):
        return False
    since = rx(
        r"\b(?:porque|pois|ja que|por causa)\b(?!.*\b(?:porque|ne|kkk|viu|entao|por isso|quero|queria|pode ser|marca|puder|passa (?:pra|para)|muda|troca|bota|poe|coloca|consigo|da (?:pra|para)|prefiro)\b)"
    ).search(told)
    if since is not None and rx(_ASKS_AGAIN).search(told[since.end() :]):
        return False
    return since is not None and not rx(AFTER_BEFORE).search(before) and not rx(BEFORE_BEFORE).search(before)
