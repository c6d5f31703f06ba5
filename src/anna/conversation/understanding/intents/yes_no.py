"""Answers to what Anna just asked: yes, no or neither yet, and a score.

"não, pode sim!", "claro que não", "vou ver e te falo", "nem morta eu perco": expressions are read longest and trickiest first, each
hiding its words from the next, and the last clear one decides. What "não" denies matters more than the word: "não quero" refuses,
"não quero cancelar" agrees, "não sei" does neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from anna.commands import RuleHit, YesNo
from anna.conversation.understanding.text.line import Line, rx

# -- yes or no -----------------------------------------------------------------------------------------------------------------

_YES, _NO, _UNCLEAR, _SILENT, _MILD, _WEAK = "yes", "no", "unclear", "-", "mild", "weak"
"""`-` says nothing; `mild` is a yes that a refusal before it turns into a courtesy ("não posso, ta bom?"); `weak` is a no that a yes
before it turns into a remark ("vou sim, meu marido é que não vai")."""

_NOT = r"(?:nao|num|nem|nunca|jamais)"
_SELF = r"(?:(?:eu|me|mais|te|lhe|isso|ele|ela|a gente|ja|muito|tambem|so|ai|la|mesmo|agora|hoje|pretend\w*|pens\w* em|e para|e pra) )*"
_WILL = r"(?:(?:mais|quero|queria|quer|vou|vo|vamos|irei|ia|pretendo|penso em|preciso|precisa|desejo|gostaria de|pode|podem|poderia|posso|podia|tenho que|tem que|e para|e pra|era para|era pra|ouse|sonho em|to querendo|estou querendo|tenho intencao de|precisamos|quisera) )*"
# To deny these is to agree.
_UNDOING = r"(?:cancel|desmarc|desmarqu|remarc|remarqu|reagend|falt(?!ar?(?:m)? (?:algo|alguma|muito|pouco))|desist|esquec|recus|dispens|abro mao|abrir mao)\w*|perder(?:ia|ei)?|perco|furar|furo|nego|neg(?:ar|aria)|mex(?:e|a|er|am|o)|(?:mud|troc|alter)(?:a|ar|e|o|ou|em|aria)|deix(?:o|ar|aria) passar|dar bolo|dou bolo|(?:deix(?:o|ar) )(?:voces?|a doutora|ninguem) na mao|largo mao|largar mao|me opon\w+|me oponho|me import\w+|me incomod\w+"
_TROUBLE = r"(?:problemas?|probleminha|duvidas?|erro|objec\w+|impediment\w*|empecilho\w*|inconvenientes?|obstaculos?|oposic\w+|ressalvas?|nada contra|galho|treta|stress|estresse|b ?o|alterac\w+ (?:a|para|pra) fazer|o que mudar|nada (?:a|para|pra) mudar|do que reclamar)"
_REASONS = r"(?:motivos?|razao|razoes|por ?que)"
_HESITATE = r"(?:sei|saberia|tenho (?:certeza|ctz|como (?:saber|dizer|confirmar)|ideia)|entendi|compreendi|entendo|lembro|faco (?:a )?(?:menor |minima |nem )*ideia|decidi|defini|resolvi|consegui (?:ver|entender|decidir)|certeza|ideia)"
_LOOK = r"(?:ver(?!em|bo)|verificar|pensar|conferir|checar|olhar|consultar|perguntar|conversar|falar|avaliar|analisar|me organizar|me programar|me planejar|organizar|decidir|resolver|estudar|dar (?:uma|1) (?:olhad\w+|pensad\w+|conferid\w+|verificad\w+|analisad\w+)|sentir|combinar com|dizer)"
_TELL = r"(?:falo|fala|aviso|digo|(?<!meu )(?<!o )(?<!um )(?<!fazer )(?<!de )(?<!do )(?<!para )(?<!seu )retorno|respondo|confirmo|chamo|conto|informo|passo|mando|envio|volto|dou (?:a |uma? |o )?(?:certeza|retorno|resposta|posicao|ok|confirmacao))"
_THEN = r"(?:(?:semana|mes) que vem|depois|mais tarde|amanha(?: cedo)?|logo(?: mais)?|ja(?: ja)?|daqui a? ?pouco|daqui|em breve|breve|ate (?:amanha|la|mais tarde|a noite|de noite|sexta|segunda|o fim do dia)|(?:a|de) noite|a tarde|a noitinha|assim que|quando|outra h|hoje ainda|ainda hoje|segunda|terca|quarta|quinta|sexta|sabado)"
# To deny these is to refuse.
_WANTED = (
    r"confirm\w*|poss[oa]|pode(?:m|mos|ria|riamos)?|podia|poder\w*|cons[ie]g\w+|quero|quer|queremos|queria|quis|gostaria|gost\w+|vou|vo|vai|vamos|ir|ire\w+|da|dar|dara|dou|darei|rol\w+|precis\w*|"
    r"marqu\w*|marc\w*|agend\w*|reserv\w*|fech[aeo]\w*|aceit\w*|top[oa]\w*|concord\w*|desej\w*|(?:tenho|tem)(?= (?:como|condic|interesse|jeito|tempo|disponib|vontade|dinheiro|grana|horario|necessidade|nao|mais|nada|porque)|(?= *(?:$|[^\w\s])))|e|serve|servem|estou|to|estar\w*|ser|era|foi|fica|ficou|ta|esta|interess\w*|comparec\w*|"
    r"pedi|bom|atende|confere|procede|bate|autoriz\w*|aprov\w*|convem|compensa|cabe|carece|necessit\w*|funciona|possivel|bota|poe|coloca\w*|manda\w*|faz\w*|faco|ha|adianta|volto|acho|acredito|creio|assist\w+"
)
_ANOTHER = r"(?:outr[ao]s?|noutr[ao]|em outr[ao]|n[ao] outr[ao])"

# "não quero cancelar", "não cancela não", "não vou faltar": nothing is to be undone.
_KEPT = (
    rf"\b{_NOT} {_SELF}{_WILL}(?:me )?(?:{_UNDOING})\b(?! (?:sim\b|pelo|por aqui|no site))(?: (?:nao|nada|em nada|por nada|de jeito nenhum|jamais|nunca|essa|isso|nem (?:mort[ao]|louc[ao]|a pau|sonhando|ferrando)))*"
    r"|\b(?:nem (?:me )?(?:pass\w+ pela (?:minha )?cabeca|penso em|pensar em|sonho em|mort[ao] (?:que )?(?:eu )?)) ?(?:faltar|falto|cancelar|cancelo|desmarcar|desmarco|desistir|desisto|perder|perco)\b"
    r"|\b(?:falt|desist|cancel|desmarc|remarc|furar|perder)\w* ?\? ?(?:eu ?\? ?)?(?:(?:mas|imagina|que|e|,) )*(?:nao|nunca|jamais|nem (?:pensar|a pau|mort[ao]|sonhando)|imagina|claro que nao|de (?:jeito|forma|modo) (?:nenhum|nenhuma|algum|alguma))\b(?! (?:posso|vou|consigo|da|quero)\b)"
    r"|\bnem \w+ (?:eu )?deixo de ir\b|\b(?:nao|nem) (?:tem|ha|corre|existe) (?:(?:nenhum|o menor|perigo|risco|chance|como|possibilidade) )+(?:de |d )?(?:eu )?(?:falt|perd|esquec|desist)\w*"
    r"|\bquem (?:foi que )?(?:disse|falou)(?: para voces?)? que (?:eu )?(?:desist|cancel|desmarc|ia (?:faltar|desistir)|vou (?:faltar|desistir))\w*"
    r"|\b(?:cancel|desmarc|remarc|falt|desist|esquec)\w* nao\b(?! (?:sei|posso|consigo|quero|vou|da))|\bperco nao\b|\bdesist\w* d[eo] (?:cancel|desmarc|remarc|falt|desist)\w*"
)
# "depois vejo outro dia": not this one, and none yet.
_ANOTHER_DAY = r"\b(?:depois|mais (?:pra|para) frente|outra h|logo) (?:(?:eu|a gente) )?(?:vejo|marco|agendo|olho|procuro|combino|combinamos|vemos|marcamos)(?: (?:com voces?|isso|ai))* (?:(?:um|num|uma|numa|para|pra|em) )?outr[ao] (?:dia|data|h|horario|momento|semana)\b"
# An answer that is put off, and when it will come: no day, no hour and no "mais tarde" of these is wished.
_PUT_OFF = (
    rf"{_ANOTHER_DAY}|"
    rf"\b(?:(?:ja )+|(?:a gente |eu )?{_THEN}(?: (?:eu|a gente|te|lhe|ja|so|,|sem falta))* )?(?:te|lhe|ti|vos) {_TELL}\b(?! que (?:sim|vou|nao))(?: (?:{_THEN}|certeza|sem falta|hoje|a|na|no|de|parte da|tarde|noite|manha|dia|cedo|isso))*"
    rf"|\b{_THEN}(?: (?:eu|a gente|so|sem falta))* (?:{_TELL}|vejo(?! (?:voce|a doutora|ai))|ve|olho|penso|decido|resolvo|respondo|combino|combinamos|ve isso|se fala|nos falamos)\b(?: isso)?"
    rf"|\b(?:{_TELL}|vejo|ve|resolvo|decido|penso|olho)(?: (?:isso|com voces?|aqui|com certeza|se vou|a falar))? {_THEN}\b(?! (?:as|a|pelas|de manha|de tarde|sim|e|no mesmo|estarei|na clinica|cedinho) ?\d*)(?! ?(?:[,.] )?(?:as )?\d)"
    rf"|\bqualquer coisa (?:eu )?(?:te )?{_TELL}\b|\b(?:so )?(?:vou (?:saber|ter certeza)|(?<=so )sei|(?:so )?(?:posso|consigo|vou (?:poder|conseguir))(?: te)? (?:confirmar|responder|dizer|saber|falar|avisar|garantir|dar (?:a |uma |certeza |resposta)*)|saberei|fico sabendo|terei certeza|consigo saber)(?: (?:isso|so))* {_THEN}\b"
)
# "se o bebê dormir", "se sair o pagamento": what an answer hangs on. What may come to be needed is no condition.
_IF = r"(?<!de )(?<!do )(?<!nao )(?<!para )se (?!deus|o senhor|jesus|nossa|(?:voces? |eu |nao )*(?:se )?(?:precis|quiser|atras|me atras|mud|import|preferir|incomod|houver|acontec)\w*|(?:eu |nao )*for (?:preciso|necessario|levar|incomod\w+|problema|possivel|pedir|atrapalhar)\b|(?:tiver|der) (?:alg|qualquer|problema)|(?:\w+ ){0,3}(?:chover|fizer) (?:\w+ ){0,2}(?:vou|irei) (?:igual|mesmo|do mesmo))(?:[a-z0-9]+ ){0,3}?(?:[a-z]{2,}(?:ar|er|ir)|for|der|tiver|puder|vier|fizer|estiver|couber|sair|cair|parcela\w*|aceita\w*)\b"
_WAIT = r"\b(?:pera\w*|peri|perae|perai|calma(?: (?:ai|la))?|guenta(?: ai| as pontas)?|segura ai|(?<!nao )espera(?: (?:ai|um|1|so|pouco))*|(?<!no )aguard\w+(?: (?:um|1|so|ai))*|(?:so )?(?:um|1) (?:instant\w+|moment\w+|minut\w+|min|segund\w+|seg|tempinho|pouquinho)|ja volto)\b"

# (verdict, expression), in the order of reading.
EXPRESSIONS: tuple[tuple[str, str], ...] = (
    # asked without being asked
    (_YES, r"\be eu (?:la )?(?:ia|vou|iria|sou|seria|era|ousaria)(?: \w+){0,3}? (?:dizer(?: que)?|falar(?: que)?|perder|recusar|faltar|negar|esquecer|desistir|deixar passar)(?: (?:que )?nao| isso| essa| uma dessas)?\b|\b(?:ate parece|capaz|quem disse|imagina|magina|como|onde ja se viu)(?: que| se)*(?: eu)? (?:ia|vou|iria|nao vou|ia nao|nao ia|nao quero|nao posso|poderia|posso)? ?(?:perder|faltar|recusar|esquecer|negar|deixar de ir|dizer nao|dizer que nao)\b|\bquem disse que (?:eu )?(?:nao|num)(?: (?:vou|quero|ia|posso|pode))?\b|\bquem sou eu (?:para|pra) \w+(?: (?:que )?nao)?\b|\bquem (?:e que |que )?(?:diz|diria|vai dizer|ia dizer|falaria|recusa|recusaria|negaria)(?: (?:que )?nao)?(?: (?:(?:pra|para|a) (?:isso|uma dess\w+)|n?isso))?\b|\bquem (?:e que )?nao (?:quer|queria|iria querer|vai querer)\b|\btem como nao (?:querer|ir|amar|aceitar)\b|\bnao (?:seria|sou) (?:nem )?(?:louc[ao]|doid[ao]|best[ao]|bob[ao]) (?:de|a ponto de) \w+(?: nao)?|\bso (?:nao (?:vou|compareco|apareco)|falto|perco) se\b[^.!?,]*|\b(?:impossivel|dificil|nao (?:da(?: pra| para)?|tem como)) (?:eu )?(?:recusar|negar|resistir|perder (?:ess[ae]|uma|um|isso|est[ae])|dizer (?:que )?nao|falar (?:que )?nao|deixar passar)\b|\b(?:como (?:que )?(?:vou|posso|eu)|da (?:para|pra)) (?:\w+ )?(?:dizer|falar|recusar|negar)(?: (?:que )?nao)?\b|\bcomo recusar\b|\b(?:e )?(?:nem )?precisa (?:nem )?(?:perguntar|falar|pedir)\b|\bso se (?:eu )?(?:morrer|o mundo|cair|acabar)[^.!?]*|\bnem \w+ (?:eu )?(?:falto|perco|desmarco|cancelo|perderia|faltaria)\b"),
    (_YES, r"(?<!tem )(?<!tenho )(?<!da )\b(?:e |ora ,? |mas |ue ,? )*(?:como|por ?que|porque|pq) (?:que )?nao\b(?! (?:consigo|posso|da|deu|vou|tem|fui|recebi|abre|atende|quero))|\bpois (?:nao|sim)\b(?! (?:vou|posso|consigo|quero|da))"),
    (_NO, r"\b(?:ate parece|so que nao|capaz que (?:eu )?(?:vou|quero|posso)|bem capaz|sqn)\b(?: que (?:eu )?(?:vou|quero|posso|deixo))?|^(?:bah |tche |mas |guria |moca |oxe )*capaz(?: (?:guria|tche|bah|moca|mesmo))*(?= *(?:$|[!.,]))(?! nao)"),
    (_SILENT, r"\bsim ou nao\b|\bnao e (?:isso|verdade|mesmo)? ?\?|\bnao e \?|, nao ?\?|\bne\b|\bbem vind\w+|\bse (?:deus|o senhor|ele|jesus|nossa senhora) (?:quiser|permitir|deixar|ajudar)\b|\bgracas a deus\b"),
    (_NO, r"\bquem sabe(?: (?:numa|n[ao]|em|um|uma|para|pra|mais|no|outro))* (?:proxim\w+|outr\w+|depois|frente|mes que vem|ano que vem|semana que vem)(?: (?:vez|oportunidade|dia|h|momento))?|\b(?:mais (?:pra|para|pro) frente|mes que vem|ano que vem)(?: ,)? quem sabe\b|\b(?:proxima|outr[ao] (?:vez|dia|h|momento))(?: vez)? quem sabe\b|\bso (?:to|tava|estava|estou|queria|por|de|pra)? ?(?:olhando|vendo|olhar|ver|pesquisando|pesquisar|curiosidade|cotando|sondando)(?: (?:preco|valor|mesmo|so))*\b|\b(?:ta|esta|ce ta|voce ta) (?:maluc|louc|doid)[ao]\b"),
    (_YES, r"\b(?:jamais|nunca|nao) (?:disse|falei|diria|direi|digo) (?:que )?nao\b"),
    (_SILENT, r"\b(?:nao|nem) (?:sei|lembro|tenho|me lembro)(?: (?:mais|direito|bem))* (?:o (?:endereco|caminho|local|numero|andar)|a (?:rua|localizacao|sala)|onde|como (?:chego|chegar|e|vou|ir)|qual (?:rua|sala)|carro|carona|troco|cartao|pix|foto|com quem deixar)\b"),
    # what does not matter to the answer: what was thought before, given up for it, or will be told besides
    (_SILENT, r"\b(?:achei|pensei|achava|pensava|imaginei|jurava|quase)(?: que)? (?:\w+ ){0,5}?(?:nao|num) (?:ia|iria|vinha|dava|daria|deu|tinha|conseguia|conseguiria|era|podia|poderia|fosse)\b(?: (?:dar|conseguir|poder|ir|rolar|mais|ter|ser|pra|para|hoje|tempo|certo|mim))*"),
    (_SILENT, r"\b(?:ate |ja )*(?:cancelei|desmarquei|remarquei|adiei|larguei)\b(?:[^.!?,]* (?:pra|para) (?:poder |conseguir )?(?:ir|vir|fazer|estar|aproveitar|isso|esse|essa)\b[^.!?,]*|(?: (?:ate|o|a|um|uma|meu|minha|com|no|na|n?aquel[ae]))* (?:outr[ao]s?|concorr\w+)(?: \w+)?)"),
    (_SILENT, r"\b(?:depois |qualquer coisa )?(?:eu )?(?:te |lhe )?(?:aviso|falo|digo)(?: (?:depois|antes|aqui))* se (?:eu )?(?:for )?(?:lev|atras|precis|mud|acontec|surg|houver|tiver (?:algum|qualquer|alguma)|der (?:algo|problema|ruim|algum))\w*(?: \w+){0,3}|\bse (?:eu )?(?:me )?(?:atras|precis)\w+[^.!?,]*\b(?:eu )?(?:te |lhe )?(?:aviso|falo|ligo|chamo|mando)\b"),
    (_SILENT, r"\b(?:nao|num)(?: (?:vou|posso|consigo|poder|conseguir|poderei|tenho como|quero|mais))+ (?:levar|trazer|demorar|(?:me )?atrasar|estacionar|esperar|ficar (?:muito|ate|mais)|chegar (?:antes|cedo|mais cedo|adiantad\w+))\b(?: (?:que|porque|pois) [^.!?,]*)?|\bnunca (?:perdi|faltei|fiz|fui|tive|usei|provei|experimentei|atraso|atrasei|imaginei|pensei|vi|ouvi)\b"),
    (_SILENT, r"\b(?:mesmo|ate) (?:se|que)\b(?! (?:eu )?(?:nao )?(?:quisesse|pudesse))[^.!?,]*?(?=,|[.!?]|$|\b(?:eu |a gente )?(?:vou|quero|topo|confirmo|irei|consigo|posso|pode)\b)"),
    (_YES, r"\bse (?:\w+ ){0,3}?(?:chover|cair|nevar|alagar|fizer|tiver|estiver)[^.!?]*\b(?:vou|irei|quero|topo|confirmo|estarei)(?: (?:eu|ai|la|sim))* (?:igual|(?:d?o )?mesmo (?:jeito|assim)|do mesmo jeito|mesmo assim|assim mesmo|tambem|de qualquer (?:jeito|forma|maneira))\b|\bnem que (?:seja|eu (?:va|tenha|precise|vire|chegue|fique)|tenha|precise|for|venha|chegue)\b[^.!?,]*|\bcom (?:ou sem|e sem|chuva ou sem) (?:chuva|sol|medo)\b"),
    (_SILENT, r"\bnao (?:levo|trago|demoro|espero|fico (?:muito|ate)|chego (?:antes|cedo))\b|\b(?:minh[ao]s?|meus?|el[ea]s?|a|o) (?:\w+ ){1,2}(?:desistiu|cancelou|desmarcou|furou|faltou)\b|\bnao sei (?:se|quem|quando|como|onde) (?:\w+ ){1,5}(?:, )?mas (?=(?:eu )?(?:vou|quero|confirmo|pode|topo|sim)\b)"),
    (_NO, r"\bnao (?:(?:precisa\w*|pode\w*|podem|e (?:pra|para)|mais) )*(?:me (?:esper|aguard)\w+|cont(?:a|e|em|ar|ando) (?:mais )?comigo)\b|\b(?:pode(?:m)? )?(?:liber\w+|dar|passar|passa|ced\w+|abr\w+ mao d[eo])(?: \w+)? (?:meu|minha|o meu|a minha) (?:horario|vaga|lugar|vez)\b(?: (?:adiante|(?:pra|para|a) \w+(?: \w+)?))?"),
    (_SILENT, r"\bmesmo (?:nao |sem )?\w+ndo\b(?: (?:de|d) \w+)?"),
    (_UNCLEAR, r"\bantes d?e? ?(?:eu )?(?:confirmar|marcar|fechar|decidir|aceitar|agendar)\b|\bmas (?:antes )?(?:eu )?(?:queria|quero|preciso|gostaria de)(?: antes| primeiro)? (?:saber|ver|entender)\b"),
    # neither yet
    (_UNCLEAR, r"\b(?:nem (?:que )?)?(?:sim|talvez sim)(?: (?:e|nem|ou|,))*(?: que)?(?: talvez)? nao\b(?= *(?:$|[^\w\s]))|\bentre (?:o )?sim e (?:o )?nao\b|\bpode ser que(?: (?:sim|nao|eu|a gente|de|va|vou|consiga|demore))*\b|\b(?:eu )?sei nao\b"),
    (_UNCLEAR, rf"\b(?:nao|nem|num|ainda n|n) (?:(?:eu|me|ainda|muito|mais|te|lhe|bem|a gente|tenho) )*{_HESITATE}\b(?: (?:ainda|direito|nao|se))*|\b(?:sei la|vai saber|sabe deus|so deus sabe|deus (?:e que )?sabe|sem (?:certeza|ideia)|quem sabe)\b(?: ne)?"),
    (_UNCLEAR, r"\bainda nao (?:sei|decidi|vi|confirmei|olhei|resolvi|pensei|falei|perguntei|(?:posso|consigo|tenho como|da para|da pra) (?:te )?(?:confirmar|responder|dizer|garantir|afirmar|decidir))\b|\b(?:nao|num) (?:posso|consigo|tenho como|da para|da pra|sei)(?: te| lhe)? (?:confirmar|responder|dizer|garantir|afirmar|falar|ver|olhar|decidir|prometer)(?: (?:com certeza|isso|agora|ainda|nada|hoje|no momento|neste momento|por enquanto|direito))+|\bagora nao (?:posso|consigo|da (?:pra|para)) (?:ver|falar|responder|olhar|conversar|confirmar)\b|\b(?:nao|num) (?:posso|consigo|garanto|prometo)(?: te)?(?: garantir| prometer)\b|\b(?:nao|num) (?:garanto|prometo)\b"),
    (_UNCLEAR, rf"\b(?:vou|vo|irei|preciso|precisava|tenho que|tenho de|teria que|tinha que|deix[ae]|dxa|deixe me|deixa me|me deixa|me deixe|queria|(?:to|estou|tava|ainda)(?: \w+)?)(?: (?:eu|so|antes|primeiro|ainda|aqui|ali|me|te|com calma|entao|rapidinho|de))* (?:{_LOOK}|(?:vendo|pensando|avaliando|analisando|decidindo|verificando|conferindo|olhando (?:aqui|minha|a agenda|isso)|resolvendo|confirmando com))\b(?! (?:como|onde) (?:fica|chega))|\b(?:vou|preciso|precisava|tenho que|tenho de|deixa eu|deixe eu|so vou) (?:so |antes |primeiro |eu )*confirmar(?: (?:com|n[ao]|em|se|antes|depois|mais tarde|amanha|aqui|direitinho|minha|meu|a|o|um|uma|isso)\b|(?= *(?:$|[^\w\s])))(?! (?:sim|presenca))|\bainda vou\b(?! sim)"),
    (_NO, rf"{_ANOTHER_DAY}"),
    (_SILENT, r"\b(?:robo|bot|maquina|gravacao|audios?|ligac(?:ao|oes)) nao\b"),
    (_UNCLEAR, rf"{_PUT_OFF}|\ba gente (?:se fala|ve|combina|conversa)\b(?: depois)?|\ba confirmar\b|\b(?:ja )+(?:respondo|confirmo|volto|falo|vejo|digo|aviso|retorno|te)\b"),
    (_UNCLEAR, r"\b(?:talvez|depende|vai depender|dependendo|provavel\w*|possivelmente|(?<!nao )(?:e|eh) (?:bem )?(?:possivel|provavel)(?= *(?:$|[^\w\s]|que\b))|dev(?:e|ia) (?:dar|rolar|ser|ir)(?: certo| sim)?|devo (?:ir|conseguir|poder)|a principio|em principio|por enquanto sim|mais ou menos|(?:em|na|com) (?:uma )?duvida|indecis[ao]|tomara|sera(?: que)?(?= *(?:$|[?.!,]|(?:da|consigo|posso|rola|eu|vai)\b))|(?:e |sou |seria )capaz (?:de|que)|capaz que nao|(?:eu )?(?:espero|acho|creio|acredito|imagino|suponho|penso) (?:que )?(?:(?:eu )?(?:sim|da|de|vai dar|consigo|conseguir|posso|poder|poderei|vou|rola|consiga|possa|pode ser|tudo bem))(?: (?:sim|ir))*(?! (?:prefer|querer|marcar|ficar|fazer|agendar|ter|pegar|optar|de )\w*)|(?:meio|quase) que sim|tanto (?:faz|fez)|voces? (?:e )?que sabem?|(?:fica|deixa|deixar|deixo|ficar|fico) em aberto|vou (?:tentar|fazer o possivel|me esforcar|dar um jeito|fazer de tudo)|farei o possivel|me ajud[ae] a (?:decidir|escolher)|o que (?:voces? )?(?:acha|recomenda|sugere)\w*)\b|\+ (?:ou )?-"),
    (_UNCLEAR, r"\b(?:so )?se (?:(?:eu|a gente|tudo|o tempo|nao|der tempo|por acaso) )*(?:der\b(?! (?:para|pra) (?:ser|confirmar|marcar))(?: (?:certo|tempo|tudo certo))?|conseguir\w*|puder ir|chover|sair (?:cedo|mais cedo|a tempo)|melhorar|sarar|liberar\w*|deixar\w*)\b|\bse (?:o|a|meu|minha|os|as) [a-z]+ (?:deixar|liberar|topar|puder|nao|ficar|melhorar|quiser|for)\w*\b|\bso se (?!for (?:agora|ja|hoje))\w+"),
    (_UNCLEAR, rf"\b{_IF}(?=[^.!?]{{0,30}}\b(?:vou|quero|confirmo|aceito|topo|fecho|consigo|posso|pode|sim)\b)|\b(?:vou|quero|confirmo|aceito|topo|fecho|posso|pode(?: (?:ser|marcar|confirmar|agendar))?|sim)(?: (?:sim|,|mas|so|ir|fazer|marcar|participar|aproveitar))* {_IF}|\bso sei (?:amanha|depois|mais tarde|na|no|segunda|terca|quarta|quinta|sexta|sabado|quando|dia)\b"),
    (_YES, r"\b(?:pode(?:m)?|podera|poderao) (?:me )?(?:esper\w+|aguard\w+)\b|\bme (?:esper\w+|aguard\w+)\b"),
    (_UNCLEAR, _WAIT),
    # refused, with a word of agreement in it
    (_NO, rf"\b(?:(?:e )?(?:claro|logico|obvio|evidente|certeza|com certeza|ja (?:falei|disse|respondi)|(?:eu )?(?:falei|disse|respondi)|acho(?: melhor)?|creio|acredito|penso|digo|prefiro|melhor|hoje|dessa vez|desta vez|por (?:enquanto|h|ora|agora)|agora|infelizmente|ainda(?= nao *(?:$|[^\w\s]))|sim|certamente|obviamente))(?: que)? nao\b(?! {_SELF}{_WILL}(?:me )?(?:{_UNDOING})\b)(?! (?:sei|decidi|tem|ha|vejo|esqueci|perco|podia|poderia|pode ser|precisa (?:mudar|trocar|cancelar|remarcar))\b)(?: (?:quero|vou|vo|poss[oa]|poder\w*|da|dar|dara|consigo|conseguir\w*|pode|preciso|vai|ir|irei|mais|rola|e|sera|para|mim|vamos|estarei|tenho|comparec\w*|confirm\w*|aceito|nao)\b)*"),
    (_NO, r"\bnao e (?:isso|assim|bem isso|exatamente|esse|essa|este|esta|bem assim)\b(?: nao)?|\b(?:nao|num) pode(?:m)? ser\b(?! (?:sim|melhor))|\b(?:vou|eu vou|to|tou) pass(?:ar|ando)(?: (?:essa|dessa|por|enquanto|vez|desta|hoje))*(?= *(?:$|[^\w\s]))"),
    # agreed, with a refusal in it
    (_YES, r"\b(?:nao (?:tenho como|posso|poderia|consigo|vou|da (?:pra|para)|tem como)|nem (?:posso|vou|tem como)) (?:\w+ )?(?:dizer|falar|recusar|negar)(?: que)?(?: nao)?\b|\bnem que (?:chova|caia|o mundo|eu morra)\b[^.!?]*|\bnem (?:mort[ao]|louc[ao]|doid[ao]|sonhando|a pau|que me paguem)(?: que)?(?: eu)? (?:perco|falto|perderia|faltaria|desisto|desmarco|cancelo|esqueco|deixo passar)\b|\bnem (?:precisa|preciso) (?:perguntar|falar|pedir|dizer|pensar)\b|\b(?:nem |nao )?pens(?:ei|o|ar) (?:2|duas) vezes\b|\b(?:nao |nem )?(?:tem |ha )?(?:nem )?o que pensar\b|\bcom (?:muito |todo |toda )?(?:prazer|gosto|alegria|certeza)\b(?! (?:que )?nao)|\b(?:sera|vai ser) um prazer\b|\bvai que vai\b|\buhul?\b|\bsem (?:falta|pestanejar|pensar|sombra de duvidas?)\b"),
    (_YES, r"\bmelhor(?: que isso)? (?:impossivel|nao (?:ha|tem|existe|podia|poderia|pode|da|fica)\w*)(?: (?:ser|ficar))?\b|\bimpossivel (?:ser|ficar|estar) melhor\b|\b(?:nao|nem) (?:poderia|podia|pode|tem como|da para|da pra) (?:ser|estar|ficar) melhor\b"),
    (_YES, rf"\b{_NOT} (?:(?:ha|tem|vejo|tenho|teria|existe|resta|encontro|acho|ponho|faco|houve|havera|vai ter|deve ter|me|causa|restam?) )*(?:(?:o|a|nenhum|nenhuma|qualquer|menor|mais|sombra de|algum|sequer) )*{_TROUBLE}\b(?: (?:algum|alguma|nenhum|nenhuma|nao|para mim|pra mim|comigo|quanto a isso|em relacao a isso))*|\b(?:sem|zero|0|nenhum|nenhuma|qualquer)(?: (?:nenhum|nenhuma|qualquer|o menor|a menor|mais))? {_TROUBLE}\b(?: (?:nenhum|algum)a?)?|\b{_TROUBLE} (?:nenhum|nenhuma|algum|alguma|zero)\b|\bnada (?:contra|a opor|a mudar|a alterar|a trocar|(?:para|pra) mudar|mudou|muda|de errado)\b|\b{_NOT} (?:ha|tem|vejo|tenho|existe|acho)(?: (?:o|a|nenhum|nenhuma|qualquer))* {_REASONS}(?: (?:algum|nenhum|para nao|pra nao|de nao|nao|(?:para|pra|de) (?:{_UNDOING}|dizer nao|nao))(?: \w+)?(?: nao)?|(?= *(?:$|[^\w\s])))"),
    (_YES, rf"{_KEPT}|\b(?:jamais|nunca|nao) (?:faltaria|perderia|esqueceria|disse que nao|falei que nao|recusaria|diria (?:que )?nao|direi (?:que )?nao|digo (?:que )?nao)\b(?: nao)?|\b(?:nao|num) (?:vejo a h|tenha duvida|nego|recuso|dispenso|abro mao)\b(?: nao)?"),
    (_YES, r"\bnao (?:, ?|nao ,? ?)(?:ta|esta|pode ser|pode|podem|tudo|foi|fica|ficou|deixa|deixe)(?: (?:tudo|muito|super))? (?:cert[ao]|certinh[ao]|otim[ao]|perfeit[ao]|sim|correto|bom assim|ok|assim mesmo|assim|isso mesmo|tranquilo|marcado|confirmar|marcar)\b"),
    (_SILENT, r"\b(?:nao|num|nunca|nem)(?: (?:me|eu|se|te|lhe|ainda|so|mais|nem|vou|posso|precisa|precisam|quero|podem?|vai|e para|e pra|tem))* (?:pare|parem|deixe|deixem|esquec\w+|esqueca\w*|preocup\w*|lig(?:a|ar|ue|uem)|mand(?:a|ar|e|em|ou|aram)|avis(?:a|ar|e|em|ou)|lembr(?:a|ar|e)|responder|respondi|atras\w+|demor\w+|tinha|tinham|recebi|chegou|comi|vi|conheco|repar\w+|esquent\w+|encan\w+|aguento(?: mais)? esperar|perigo|ansios\w+|entende\w*|resolve\w*|ajuda|ter (?:respondido|visto|avisado))\b(?: (?:que|porque) (?:eu )?(?:to|estou|tou|fico|trabalho)\b[^.!?,]*| de| nao\b(?= *(?:$|[^\w\s])))?"),
    (_WEAK, r"\bnao gosto (?:muito )?de [a-z]+\b|\b(?:minh[ao]s?|meus?|el[ea]s?) (?:\w+ )?(?:nao|num) (?:vai|vao|pode|podem|consegue|quer|vem|gosta|sabe|deixa|deixou)\b(?: \w+){0,2}"),
    # refused
    (_NO, rf"\b(?:nao|num|nem|nunca|no)(?! (?:a pau|pensar|mort|que\b|sim\b)) (?:(?:eu|me|te|mais|muito|hoje|amanha|agora|infelizmente|(?:pra|para) mim|isso|sera|ha|mesmo|a gente|se|la|ainda) )*(?:{_WANTED})\b(?: (?:{_WANTED}|me|mais|hoje|eu|a|o|para|pra|isso|certo|correto|ok|bom|boa|legal|bem|assim|afim|a fim|de acordo|interess\w+|disponivel|ideal|mesmo|nao|nem)\b(?! ?(?:sim|mas)\b))*"),
    (_NO, r"\b(?:pode|podem|quero|vou|confirmo|consigo|posso|da|preciso|precisa|marca|agenda|fecha|reserva|gostei|serve|rola|rolar|dar|concordo|tenho|tem|obrigad[ao]|ta bom|estarei|desejo|aceito|topo|carece|ir|querer|mais|isso|possivel|hoje|agora|valeu|interesse|afim|a fim|como|jeito|gosto|compensa|atende|bom) nao\b(?! (?:tem|ha|sei|vejo|tenho) (?:problema|duvida|erro|certeza))(?! (?:sei|decidi)\b)|\b(?:vou|quero|posso|tenho|faco|vai|confirmo) nada\b(?: nao)?"),
    (_NO, r"\b(?:(?:de|em) (?:jeito|modo|forma|maneira|hipotese) (?:nenhum|nenhuma|algum|alguma|maneira)|sob nenhuma hipotese|em hipotese alguma|me inclu\w+ fora(?: dess[ae])?|nem (?:se fosse )?de graca|(?:to|tou|estou|fiquei) (?:internad|hospitalizad|acamad)[ao]|nem (?:pensar(?: n?isso)?|mort[ao]|a pau|ferrando|fudendo|lascando|f[eo]dendo|louc[ao]|doid[ao]|sonhando|brincando|rola|vem|vou|quero|posso|da|tenho|to|estou|um pouco|um(?:a)? nem outr[ao]|que (?!chova|caia|sim)\w+(?: \w+){0,3})|jamais|nunca|nunquinha|never|negativ\w+|nada disso|nada feito|nada a ver|no way|no deal|(?:sem|zero|nenhuma|0) (?:chances?|condic\w+|possibilidade|interesse|grana|dinheiro|verba|tempo|tostao|saco|vontade|mais)|(?:to|tou|estou|fico) (?:sem (?:grana|dinheiro|verba|tempo|condic\w+|um (?:tostao|puto|real)|tempo nenhum)|lis[ao]|dur[ao]|quebrad[ao]|zerad[ao]|fora|pel[ao]da)|(?:fora|acima) do (?:meu )?(?:orcamento|bolso)|nao cabe no (?:meu )?(?:bolso|orcamento))\b"),
    (_NO, rf"\b(?:deix(?:a|e|o|ar|amos|ando)(?: (?:isso|essa|entao|eu|esse|ai))* (?:para|pra|pro|p|no|na) (?:la|depois|(?:o |a )?(?:mes|ano|semana) que vem|{_ANOTHER}|um[a]? (?:outr[ao]|proxim[ao])|a? ?proxim[ao]|quando)(?: (?:h|hora|vez|dia|oportunidade|momento))?|deixa (?:quieto|baixo|queto)|(?:melhor|vou|prefiro) deixar(?! (?:marcad|agendad|reservad|assim|como|confirmad|ja|para|pra))(?: (?:quieto|passar|pra la))?|fic(?:a|ar|o) (?:para|pra|pro|p|n)? ?(?:uma |a |o |numa )*(?:proxim[ao]|depois|{_ANOTHER})(?: (?:h|vez|dia|oportunidade|momento))?|(?:quem sabe )?(?:n?uma|na|n) (?:outra|proxima)(?: (?:vez|oportunidade|h|quem sabe))*|(?:em |n|num )?outr[ao] (?:h|vez|momento|oportunidade|ocasiao)|outro dia(?: quem sabe)?|em outro momento|esquec(?:e|a|am)(?: (?:isso|tudo|entao|ai|esse|essa|o que eu disse|o assunto))*|desist[io]\w*|imposs\w+|inviavel|dispens(?:o|ado|ada|amos)|recus(?:o|ado|amos)|neg(?:o|ado|amos)|discord\w+|pass[oa](?: (?:essa|dessa|desta|vez|por|enquanto|hoje|agora))*(?= *(?:$|[^\w\s]))|abro mao|incorret[ao]|mudei de ideia|pens(?:ando|ei) (?:bem|melhor)(?= *(?:e )?nao\b|, (?:nao|deixa|melhor nao))|(?:pode |podem |quero |preciso |favor |vou |prefiro |melhor )*(?:cancel\w+|desmarc\w+|desmarqu\w*)(?: (?:isso|tudo|ai|para mim|pra mim|por favor|entao|logo|essa|esse))*|nops?|(?:ja )?(?:tenho|tinha|surgiu|apareceu|tive|aconteceu|arrumei|marcaram)(?: (?:um|uma|outr[ao]|ja))* (?:compromisso|imprevisto|coisa (?:marcada|para fazer|pra fazer)|aula|plantao|reuniao|viagem|problema|contratempo|emergencia no trabalho|prova)|(?:to|tou|estou|vou|estarei|vou estar|vou ta|vou tar|irei estar) (?:viajando|viajar|fora|de viagem|de plantao|trabalhando|em reuniao)|vou viajar|neca\w*|necas|nadica|nana ?nina ?nao|nananina\w*|nanao|(?:vou|terei|tenho|preciso|precisarei|vamos)(?: \w+){{0,2}}? (?:faltar|furar|recusar|declinar)|(?:vou )?fic(?:ar|o) devendo|(?:to|tou|estou) de boas?|fora d[ao]s? (?:minhas?|meus?) \w+|caio fora|me tira dessa|vai sonhando|deus (?:que )?me livre(?: e guarde)?|credo|nok|escolhi errad[ao]|(?:ta|esta|ficou|tem|veio|foi|tudo)(?: tudo)? errad[ao]|ja (?:marquei|fiz|faco|resolvi|fechei|agendei|comprei|consegui|encontrei|tratei|tenho|(?:to|tou|estou) (?:fazendo|indo|tratando|marcad\w+|cuidando))(?: \w+){{0,2}} (?:(?:em|com|n[ao]) (?:outr[ao]|concorr\w+|meu|minha)|noutr[ao])(?: \w+)?|nenhum interesse|(?:ta|esta|e|fica|ficou|seria)(?: (?:muito|meio|bem|um pouco))* (?:cedo|tarde|longe|ruim|pesado|apertado|corrido|complicado|dificil|puxado)(?: demais)? (?:pra|para) mim)\b|^(?:\w+ )?nenhuma?(?: d\w+)?(?: (?:2|3|opc\w+|horarios?|dias?))*(?= *(?:$|[.!,]))"),
    # agreed
    (_YES, r"\b(?:nao )?podem? sim\b|(?<!nao )(?<!num )(?<!quando )(?<!como )(?<!que )\b(?:pode|podem|podes|podera) (?:ja )?(?:confirm\w+|marc\w+|agend\w+|deix\w+|reserv\w+|fech\w+|mand\w+|ser|segu\w+|prossegu\w+|coloc\w+|mant\w+|anot\w+|lanc\w+|bater|toc\w+|garant\w+|separ\w+|segur\w+|encaix\w+|registr\w+|confiar|crav\w+|contar(?: comigo)?|crer|crê|apost\w+|por|botar|bota|poe|ir|combinar|efetivar|finalizar|concluir|fazer|incluir|inserir|me (?:por|colocar|marcar|inclu\w+|agendar|encaix\w+))\b(?! nao)(?: sim)?|\b(?:podicre|podcre|podes crer)\b|\bpode\b(?= *(?:$|[^\w\s]))|\bcont(?:a|e|em) comigo\b"),
    (_YES, r"\b(?:ja (?:tinha )?(?:falei|disse|respondi|confirmei|dito|confirmado|anotei)(?: (?:que|aqui|sim|vou|quero|pode))*|(?:falei|disse|respondi) que (?:sim|vou|quero|pode)|faz(?:er|a)? (?:o )?favor de (?:marcar|confirmar|agendar|reservar)|ess[ae] (?:horario|dia|data) mesmo|vou (?:direto|correndo|a pe|de (?:onibus|uber|carro|metro|moto|bike|carona|taxi|trem|bengala|carreta|van))|(?:eu )?digo (?:que )?sim|por mim (?:sim|ok|pode|tudo (?:bem|certo|ok)|fechado|ta \w+|beleza|otimo|de boa)|(?:para|pra) mim (?:sim|ok|serve|da|dá|e (?:perfeito|otimo|bom)|ta \w+|ficou \w+|fica \w+|funciona|atende|perfeito|tudo (?:bem|certo))|me (?:serve|atende)(?: bem| sim)?|(?:da|serve|atende|funciona|rola|cabe) (?:super |muito |bem )*(?:sim|certo|bem|pra mim|para mim|super)|vai (?:dar(?: certo)?|rolar|ser|sim)(?: sim)?)\b(?! nao)"),
    (_YES, r"\b(?:isso (?:mesmo|ai|memo|msm|sim)|ess[ae] (?:mesm[ao]|ai|numero)|est[ae] (?:mesm[ao]|numero)|e isso(?: mesmo| ai)?|isso(?= *(?:$|[^\w\s]|obrigad|por favor))|exat\w+|perfeit\w+|certinh\w+|certissim[ao]|(?<!ta )(?<!esta )cert[ao]|corret\w+|(?:toda |absoluta )?certeza(?: absoluta)?|certamente|seguramente|naturalmente|obviamente|evidente(?:mente)?|indubitavelmente|claro|logico|obvio|positivo(?: e operante)?|afirmativ[ao]|afirmo|(?<!te )(?<!lhe )confirm(?:o|ad[ao]|adissimo|ar|amos|a|ei|e|em|ando|ed)|combinad[ao]|fechad[ao]|fechou|fecha|acertad[ao]|tratado|trato feito|feito|beleza|belezinha|show(?: de bola)?|top|topzera|otim[ao]|maravilh[ao]|maravilhos[ao]|excelente|barbar[ao]|barbada|bora|simbora|vambora|partiu|vamos|vamo|aceito|aceitamos|aceitad[ao]|topo|topamos|to (?:dentro|in|nessa|junto)|estou dentro"
           r"|(?:eu |ja |essa eu |esse eu )quero(?! (?:saber|falar|entender|ver|tirar|perguntar|conversar|cancelar|desmarcar|remarcar|mudar|trocar|parar|sair|explicar|outr\w+|uma? (?:atendente|pessoa|humano|informac\w+|duvida))\b)|quero(?: sim| muito| demais)?(?= *(?:$|[^\w\s]|por favor|obrigad|kkk|ne\b|uai\b|ue\b|demais|muito|d\b))|quero (?:sim|ess[ae]|est[ae]|aproveitar|participar|confirmar|garantir|marcar|agendar)|desejo|adoraria|gostaria(?: sim)?|(?:eu |claro que |com certeza )vou|vou(?=(?: sim| estar| ir\b| comparecer)? *(?:$|[^\w\s]|sim|estar|ir\b|comparecer|la\b|ai\b|com certeza|_|e\b|mesmo|amanha|hoje|viu|uai|tche|visse|so\b|as\b|nesse|no\b|na\b|obrigad|moca|meu|minha|com\b|levar\b|de (?:qualquer|todo)\b|assim\b|kkk|nem\b|ate\b))|(?:to|estou) (?:indo|chegando|la|ai)(?: sim)?|(?:ja )?to (?:ate |quase |toda |todo )*(?:la|ai|pront[ao]|arrumad[ao]|vestid[ao]|saindo)|to me (?:arrumando|organizando|preparando)(?: (?:para|pra) ir)?|indo sim|(?:ta|esta|continua|segue|sigo|tudo) (?:de pe|firme|marcad[ao]|confirmad[ao]|reservad[ao]|agendad[ao])|de pe|iremos|irei|estarei(?: ai| la| presente)?|estaremos|pode ser|serve|(?:marca|anota|bota|poe|garante|segura|guarda|separa|encaixa|confirma|reserva|agenda|coloca|fecha|manda|inclui|registra)(?: (?:ai|sim|pra mim|para mim|logo|isso|entao|essa|esse|meu nome|ja|a vaga|minha vaga|essa vaga|o horario|esse horario))*|marque|marquem|agende|agendem|reserve|reservem|bat(?:e|ido) o martelo|manda (?:ver|bala|brasa)|concordo|concordamos|(?:de |estou de |to de )?acordo|sim|simzao|aham|uhum|arram|ahan|hum hum|yes|yep|yeah|sure|of course|oui|si|ja e|ja eh|demorou?|demoro+|dale|sussa|sossegad[ao]|firmeza|firmou|arretad[ao]|tri(?: legal| bom)?|trilegal|bao(?: demais)?|craro|(?:mete|manda|toca|senta) (?:bronca|ficha|bala|ve|ver|marcha|o barco|o dedo)|segue o (?:baile|jogo)|e (?:nois|noix|nos)(?= *(?:$|[^\w\s]))|tmj|tamo junto|okok|okie|okidoki|yess|fechadissimo|confirmadissim[ao]|confirmadinh[ao]|combinadissim[ao]|combinadinh[ao]|perfeitamente|(?:to|estou) a caminho|a caminho|to me arrumando|tudo (?:nos conformes|correto|conforme)|joia|joinha|de fato|sem falta|compareco|comparecerei|presente|presenca confirmada|to confirmando|consigo (?:sim|ir)|posso (?:sim|ir)|poderei|tenho interesse|(?:super |muito )?interessad[ao]|(?:me )?interess(?:ei|a|ou)|tenho sim|bem isso|isto|indeed|ate la|la estarei|nos vemos|te vejo|a gente se ve|faz isso|faca isso|(?:so se for|pode ser) (?:agora|ja|pra ja|hoje)|faca (?:chuva|sol)(?: ou (?:faca )?(?:sol|chuva))?|chova ou faca sol|firme e forte|numa boa|na boa|de boas?|tranquil[ao]|tranks|suave(?: na nave)?|bele|massa|da h|dahora|dah|maneir[ao]|irad[ao]|bacana|confere|procede|autoriz(?:o|ad[ao])|aprov(?:o|ad[ao])|liberad[ao]|(?:ta )?valendo|prossiga|prosseguir|siga|mantenh\w+|mantem|mantid[ao]|manter|mantenho|deixa (?:ja )?(?:marcad[ao]|agendad[ao]|reservad[ao]|confirmad[ao]|assim|como (?:esta|ta)|do jeito)|fica (?:assim|marcad[ao]|bom|boa|otim[ao]|perfeit[ao]|confirmad[ao]|combinad[ao]|otimo|como (?:esta|ta))(?: sim| mesmo)?|(?:segue|continua|fico) (?:marcad[ao]|confirmad[ao])|era (?:isso|o|tudo)(?: mesmo)? que eu (?:queria|precisava|tava (?:querendo|precisando|esperando|procurando))|(?:resolvi|decidi|consegui) ir|vem ni mim|segue o plano|(?<!nao )(?<!num )(?:chego a tempo|dou (?:um )?jeito)|oba|eba+|ueba|uhu)\b(?!.{0,12} nao\b(?! (?:tem|vejo|ha)))"),
    (_MILD, r"\b(?:ok|(?:ta|esta) (?:bom|boa|otim[ao]|ok|certo|certissimo|certinho|tudo (?:certo|ok|bem)|perfeito|confirmado|marcado|combinado|legal|joia|bem|fechado|massa|tri|bao|show|firme|beleza|tranquilo|valendo|de boa)|tudo (?:certo|certinho|ok|bem)|legal|blza)\b"),
    (_WEAK, r"\b(?:nao|num)\b(?= \w)"),
    (_NO, r"^(?:quero )?nada(?: nao)?(?=$| [^\w])|\bnao\b|\bno\b(?= *(?:$|[^\w\s]))|^(?:nem|neca)(?: nem)*(?=$| [^\w])|^nenhuma?(?=$| [^\w])|^errad[ao]|^fora(?=$| [^\w])"),
    (_YES, r"[👍👌✅🆗🤝☑✔🙆💯🤙🫡🙌🫱🫲👊]"),
    (_NO, r"[👎❌🚫🙅]"),
)  # fmt: skip
# These answer only when nothing else is said.
_ALONE: dict[str, str] = {
    **dict.fromkeys(
        ("ta", "e", "da", "rola", "vai", "consigo", "posso", "eu posso", "tenho", "atende", "feito", "amo", "amei", "adoro", "unhum", "umhum", "uhuum",
         "hm hm", "aha", "arra", "ahn ahn", "firme", "massa", "opa", "amem", "e ele", "e ela", "e sim", "e vero", "de lei", "agora mesmo", "na h", "so vai", "so bora",
         "so vamos", "avante", "egua", "demais", "egua demais", "oxe demais", "quero", "vou", "valido", "validado", "pd", "pd ser", "pd sim", "cta", "pfto", "pft",
         "cfm", "perfect", "dim", "aim", "sjm", "sinm", "sum", "yesss", "oky", "pode s", "prefeito", "fexado", "jae", "legal", "bom", "boa", "vamos nessa", "com tudo", "se deus quiser", "se deus permitir", "com fe em deus", "e como", "com ctz", "ate amanha", "quero de"),
        _YES,
    ),
    **dict.fromkeys(("nap", "nai", "nso", "nqo", "naop", "deixa", "deixa ai", "deixa estar", "fora", "sem mais", "necas", "no", "nada", "nada nao", "quero nada", "negado", "que nada", "nada a ver"), _NO),
    **dict.fromkeys(
        ("hum", "hm", "humm", "hmm", "eita", "ixi", "vish", "vixe", "sei", "entao", "pois e", "ue", "uai", "ha", "hein", "ahn", "como assim", "oi", "que", "o que", "cuma",
         "imagina", "magina", "decide voce", "escolhe voce"),
        _UNCLEAR,
    ),
}  # fmt: skip
_ADDRESS = (
    r"(?<!\w)(?:moca|moco|mano|mana|guria|gente|amiga|amigo|amor|querid[ao]|flor|linda|gata|mulher|menina|minha filha|minha flor|meu bem|anjo|doutora?|dona \w+|tche|bah|uai|oxe|oxente|"
    r"so|visse|viu|ne|kkk|por favor|obrigad[ao]|valeu|entao|ah|ai|ih|olha|eh|bom dia|boa tarde|boa noite|oi|ola|opa|eita|vixe|egua|mermao|parca|fia|nega|fofa|ok|sim|ta)(?!\w)|[^\w\s]"
)

_RHETORICAL = 3
"""How many of the first expressions answer by asking: "e eu ia perder?"."""

# What is asked is no answer, unless it is a bare "ok?" or "pode ser?"; a refusal in a question still refuses.
_QUESTION = r"(?:(?<=^)|(?<=[.!?;,\n] ))(?!(?:nao(?! (?:tem|da (?:para|pra)|doi|e|precis\w+|aceita\w*|parcel\w+|cobra\w*|paga\w*|era|faz\w*|fica|vai doer|incha|arde|ha|existe|teria)\b(?! (?:esse|essa|isso|como|mais|jeito|para mim|pra mim)\b))|ja|eu|sim|claro|ok|confirmo|confirma(?:d[ao])? (?:e|sim|,)|pode ser \?|ta bom \?|tudo bem \?|tudo certo \?|por ?que nao|e por ?que nao)\b)(?:[^\s.!?;,\n]+ ){2,}\?"


def without_kept(line: Line) -> Line:
    """The line without what it says is not to be undone: "não quero cancelar" cancels nothing."""
    return _hidden(line, _KEPT)


def without_put_off(line: Line) -> Line:
    """The line without the promise of an answer: "te aviso amanhã" wishes for no day."""
    return _hidden(line, _PUT_OFF)


def without_waiting(line: Line) -> Line:
    """The same without being asked to wait: "só um segundo" picks no slot."""
    return _hidden(without_put_off(line), _WAIT)


def _hidden(line: Line, pattern: str) -> Line:
    for match in rx(pattern).finditer(line.norm):
        line = line.hide(match.start(), match.end())
    return line


def read_yes_no(line: Line) -> tuple[YesNo | None, tuple[RuleHit, ...]]:
    """What the message says to a yes/no question; None when it says nothing of the kind."""
    whole = line
    found: list[_Verdict] = []
    for number, (verdict, pattern) in enumerate(EXPRESSIONS):
        if number == _RHETORICAL:
            for asked in rx(_QUESTION).finditer(line.norm):
                line = line.hide(asked.start(), asked.end())
        for match in rx(pattern).finditer(line.norm):
            found.append(_Verdict(match.start(), match.end(), verdict, match.group()))
            line = line.hide(match.start(), match.end())
    spoken = _decided(sorted((f for f in found if f.verdict != _SILENT), key=lambda f: f.start))
    if spoken is None:
        alone = _ALONE.get(_bare(whole.norm))
        spoken = _Verdict(0, len(whole.norm), alone, "") if alone else None
    if spoken is None:
        return None, ()
    said = YesNo({_MILD: _YES, _WEAK: _NO}.get(spoken.verdict, spoken.verdict))
    return said, (whole.hit("answers.yes_no", spoken.start, spoken.end, said.value),)


@dataclass(frozen=True, slots=True)
class _Verdict:
    start: int
    end: int
    verdict: str
    said: str


def _decided(spoken: list[_Verdict]) -> _Verdict | None:
    """The last clear one of the verdicts, which are in the order of saying; what is only polite or by the way does not count."""
    heard: list[_Verdict] = []
    for this in spoken:
        before = heard[-1].verdict if heard else ""
        if this.verdict == _WEAK and before in {_YES, _MILD}:
            continue  # "confirmo, meu marido é que não vai"
        if before in {_YES, _MILD, _NO} and this.said.startswith("qualquer coisa"):
            continue  # "pode marcar, qualquer coisa te aviso"
        if before in {_NO, _WEAK} and (this.verdict == _MILD or rx(_POLITE).fullmatch(this.said)):
            if heard[-1].said == "nao":
                heard.append(_Verdict(this.start, this.end, _UNCLEAR, this.said))  # "não, tudo bem"
            continue
        heard.append(this)
    if not heard:
        return None
    last, doubt = heard[-1], heard[-2] if len(heard) > 1 else None
    doubted = doubt is not None and doubt.verdict == _UNCLEAR and last.verdict in {_YES, _MILD}
    passes = doubt is not None and rx(rf"{_LOOKS}|{_POLITE}").match(doubt.said) is not None
    if doubt and doubted and not (passes and rx(_OUTRIGHT).match(last.said)):
        return doubt  # "não sei, ok", but "deixa eu ver... pode marcar!"
    return last


_POLITE = r"(?:beleza|belezinha|show(?: de bola)?|top|joia|joinha|tranquil[ao]|suave|massa|maravilha|otim[ao]|perfeit[ao]|cert[ao]|certinh[ao]|combinado|fechado|(?:numa|na|de) boas?|excelente|bacana|isso(?: ai| mesmo)?|isto|correto)"
_LOOKS = r"(?:deix|dxa|pera|peri|calma|espera|aguard|um |1 |so |vou (?:ver|olhar|conferir))"
_OUTRIGHT = r"(?:pode|podem|sim|confirm|marca|fecha|quero|vou)"


def _bare(norm: str) -> str:
    """The words without whom they are said to and how politely; of these alone, themselves."""
    words = rx(r"[^\w\s]").sub(" ", norm)
    return " ".join(rx(_ADDRESS).sub(" ", words).split()) or " ".join(words.split())


_FILLERS = r"\b(?:eu|e|a|o|que|mas|entao|por favor|obrigad[ao]|valeu|moca|moco|amor|querida|flor|linda|kkk|ai|la|mesmo|viu|ta|oi|ola|bom dia|boa tarde|boa noite|muito|mais|ne|uai|oxe|bah|tche|ja|agora|hoje|deus|gente|amiga|gata|me|se|de|da|do|com|para|pra)\b"


def is_bare_answer(line: Line, *, others: int = 1) -> bool:
    """Whether the message is little more than a yes or a no: at most so many `others` words."""
    if _bare(line.norm) in _ALONE:
        return True
    for _, pattern in EXPRESSIONS:
        for match in rx(pattern).finditer(line.norm):
            line = line.hide(match.start(), match.end())
    return len(rx(r"\b[a-z]{2,}\b").findall(rx(_FILLERS).sub("", line.norm))) <= others


# -- a score from 0 to 10 ------------------------------------------------------------------------------------------------------

_SCALE = r"\b(?:de )?(?:0|1) (?:a|ate) 10\b"
_SCORE = r"(?<![\w.,:/-])(?P<n>10|\d)(?: ?/ ?10|/10)?(?! ?(?:h\b|:|min\b|%|reais|anos|dias?\b|vezes|x\b|sess|a feira|semanas|meses|pessoas|mil|minut\w+|mins\b|(?!pontos|estrelas|mais\b|nos\b|pois\b|voces\b|demais|gracas|parabens|meus|minhas|simples|apenas|antes|todos|todas|atras|vcs)[a-z]{3,}s\b(?<!s )))(?![\w:/-]|[.,]\d)"


def read_score(line: Line) -> tuple[int | None, tuple[RuleHit, ...]]:
    """The NPS score given; "de 0 a 10" names the scale, hours and counts are no scores; "daria 10, mas fica 6" is a 6."""
    norm = rx(_SCALE).sub(lambda m: "_" * len(m.group()), _keycaps(line.norm))
    slashed = rx(r"(?<![\w/])(?P<n>10|\d)(?: ?/ ?| de | em )10(?![\w/])").search(norm)
    found = [m for m in rx(_SCORE).finditer(norm) if not rx(_NO_SCORE).search(norm[: m.start()])]
    given = [m for m in found if rx(_GIVES).search(norm[: m.start()])]
    if slashed or found:
        match = slashed or (given[-1] if given else _last_said(norm, found))
        start = min(match.start(), max(0, len(line.norm) - 1))
        return int(match["n"]), (
            line.hit("answers.score", start, min(match.end(), len(line.norm)), match["n"]),
        )
    best = line.find(
        r"\b(?:nota|dou|daria|e|merece\w*|so|voces sao)(?: (?:um|uma|e|nota|a|,))* (?:maxima|mil|1000|100|11|12|20|infinit[ao])\b|🔟|^(?:mil|1000|100|11|infinit[ao])[^\w]*$"
    )
    if best:
        return 10, (line.hit("answers.score", best.start(), best.end(), "10"),)
    one = line.find(r"^(?:nota |dou )?um[^\w]*$")
    return (1, (line.hit("answers.score", one.start(), one.end(), "1"),)) if one else (None, ())


# What a score is given with: of several numbers it is the one that counts.
_GIVES = r"\b(?:nota|dou|daria|dei|darei|dar|leva|levam|merece\w*|voto|fica|fico|ficou|fiquei|vou de|minha nota|avaliacao)(?: (?:um|uma|uns|e|eh|de|a|o|com|no|na|nota|so|sem duvida|pra voces|seria|:|,))* ?$"
_NO_SCORE = r"\b(?:as|das|dia|umas|depois de|ha|r ?\$|sao) ?$"
INSTEAD = r"\b(?:mas|porem|na verdade|quer dizer|digo|alias|so que|entao|fica|vou dar|melhor|nao|brincadeira|brincando|brinks|zoeira|zoando|minto|ops)\b"


def _keycaps(norm: str) -> str:
    """ "1️⃣0️⃣" is 10."""
    return rx(r"(\d) \u20e3 ?").sub(r"\1", norm)


def _last_said(norm: str, found: list[re.Match[str]]) -> re.Match[str]:
    first, last = found[0], found[-1]
    return last if rx(INSTEAD).search(norm[first.end() : last.start()]) else first
