"""What must be handled with care before anything else is answered. Wide on purpose: a false alarm costs a person a look."""

from __future__ import annotations

from anna.commands import RuleHit, Safety
from anna.conversation.understanding.line import Line, rx

_BODY = r"(?:rosto|boca|labios?|olhos?|testa|palpebras?|pele|face|bochecha|queixo|pescoco|perna|axila|virilha|nariz|sobrancelha|barriga|braco|garganta|lingua|regiao|local|lugar|area|cilios)"
_DONE = r"(?:fiz|apliquei|coloquei|depois d[aeo]|apos|desde|injetei|aplicaram|fizeram|o botox|a aplicacao|o preenchimento|o peeling|a sessao|o procedimento|o laser|a limpeza|ontem|anteontem|semana passada|de voces|ai na clinica|ficou|ta|esta|to com|estou com)"
_ILL = (
    r"(?:inch\w+|incha\w*|vermelh\w+|roxo|roxa|roxas|hematoma|queim\w+|bolhas?|febre|pus|inflamad\w*|inflamou|inflamacao|infeccion\w+|infeccao|ardendo|ardencia|coceira|cocando|caroco\w*|carocinho|nodulo|palpebra caida|caiu a palpebra|"
    r"olho caido|caido|torto|torta|assimetric\w+|necrose|preto|escurec\w+|manchou|manchad\w+|alergia|empipo\w+|urticaria|doendo|dormente|formigando|latejando|descascando muito|sangr\w+|ferida|machuc\w+|irritad\w+|reacao|endurecid\w*|duro|dura)"
)

RULES: tuple[tuple[str, Safety, str], ...] = (
    (
        "safety.self_harm",
        Safety.SELF_HARM,
        r"\b(?:me matar|suicid\w+|tirar (?:a )?minha (?:propria )?vida|acabar com (?:a )?minha vida|nao quero mais viver|vontade de morrer|quero morrer|queria morrer|querendo morrer|me cortar|me cortando|sumir do mundo|nao aguento mais viver|dar um fim em tudo|nao vale a pena viver|quero sumir de vez|desistir da vida)\b",
    ),
    (
        "safety.emergency",
        Safety.EMERGENCY,
        r"\b(?:falta de ar|sem ar|nao (?:to |estou |ta |esta )?(?:consigo|consegue|conseguindo|consguindo) respirar|dificuldade (?:de|para|pra|em) respirar|respirando mal|sufoca\w+|dor (?:forte )?no pe(?:i)?to|peso no pe(?:i)?to|aperto no peito|dor no (?:coracao|braco esquerdo)|"
        r"desmai\w+|convuls\w+|infart\w+|\bavc\b|derrame|anafila\w+|choque anafilatico|garganta (?:ta |esta )?(?:fechando|inchando|inchada|fechou)|fechando (?:a )?garganta|lingua (?:ta |esta )?(?:inchada|inchando)|nao (?:to |estou )?(?:enxergo|enxergando|consigo enxergar)|perdi a visao|perdendo a visao|"
        r"visao (?:embacada|turva|sumiu|escureceu)|fiquei cega|cega de um olho|sangr\w+ (?:muito|sem parar|e nao para|demais|bastante)|nao para de sangrar|hemorragia|emergencia|socorro|chama(?:r)? (?:uma |a )?(?:ambulancia|samu)|samu|inconsciente|passando muito mal|to morrendo|desacordad\w+|veneno|overdose)\b",
    ),
    (
        "safety.injection",
        Safety.INJECTION,
        r"\b(?:ignor\w+|esque[cç]\w+|desconsider\w+|apag\w+|descart\w+) (?:tudo|todas?|todos|as|os|suas|seus|quaisquer|qualquer|o que|a)?(?: (?:as|os|suas|seus|minhas|tudo|essas|esse))* ?(?:instruc\w+|regras?|prompts?|ordens|orientac\w+|comandos?|diretriz\w+|restric\w+|te (?:mandaram|ensinaram|disseram|falaram)|que (?:te|foi))"
        r"|\b(?:ignor|forget|disregard)\w*\b.{0,30}\b(?:instruc\w+|previous)\b"
        r"|\b(?:prompt (?:do |de )?sistema|system prompt|seu prompt|suas instruc\w+|instrucoes (?:internas|secretas|do sistema|iniciais|originais)|suas regras internas|modo (?:desenvolvedor|debug|admin\w*|dan|root|irrestrito|livre|teste)|developer mode|jailbreak|ignore (?:all|the|previous|your|above)|disregard|override|"
        r"you are now|act as|pretend|reveal your|finj[ae] (?:que|ser)|aja como|atue como|haja como|se comporte como|comporte se como|voce agora e|a partir de agora (?:voce|vc)|de agora em diante (?:voce|vc|responda)|faca de conta que|imagine que (?:voce|vc) (?:e|nao)|simul[ae] (?:ser|um|que)|sem (?:filtros?|restric\w+|censura))\b"
        r"|\b(?:escrev\w+|cri[ae]|faz|faca|faz um|gera|gere|program\w+|me da|me de|codifica)(?: (?:um|uma|o|me|pra mim|para mim|mim|ai))* (?:codigo|script|programa em|poema|poesia|virus|malware|funcao em|redacao|query|sql|html|exploit|keylogger|letra de musica|trabalho de escola|tcc)\b|\b(?:python|javascript|hack\w+|select \* from|drop table|sql injection)\b"
        r"|\b(?:sou|eu sou|aqui e|aq e)(?: (?:o|a|seu|sua|um|uma))* (?:dono|dona|administrador\w*|admin|desenvolvedor\w*|programador\w*|criador\w*|gerente do sistema|suporte tecnico|ceo|engenheir\w+ da openai|openai|equipe da openai|anthropic)\b(?=.*\b(?:libera|liber|desconto|gratis|senha|acesso|mostr|lista|dados|instruc|precos?|altera|muda|agenda de|confirma))"
        r"|\b(?:lista|dados|telefones?|prontuarios?|contatos?|agenda|endereco|historico|cpf|conversas?|fotos)(?: (?:de|dos|das|com|os|nomes|do|da|completa|todos|todas|telefones|e|o))* (?:outr[ao]s? |demais |seus |suas |todos os |todas as |ultim[ao]s )?(?:pacientes?|clientes|pessoas)\b(?! de voces e| gratis)"
        r"|\b(?:confirma|libera|aplica|me da|da)(?: \w+){0,3} (?:100|cem|99|90) ?% (?:de )?desconto\b|\b(?:qual|me (?:fala|diz|passa|da|manda)) (?:a |o )?(?:sua |seu )?(?:senha|api key|chave de api|token|chave api|banco de dados)\b|\[ ?(?:system|inst)|< ?(?:system|script|admin)|\bsystem :",
    ),
    (
        "safety.abuse",
        Safety.ABUSE,
        r"\b(?:manda (?:um )?nudes?|nudes|gostosa|gostoso|transar|sexo|tesao|pelada|pelado|buceta|pau duro|putaria|safada|me chupa|chupa (?:meu|minha|aqui)|massagem (?:tantrica|erotica|com final)|final feliz|vagabund\w+|vadia|puta|piranha|arrombad\w+|filh[ao] da puta|fdp|vai se f\w+|vai tomar no c\w+|"
        r"vtnc|vsf|foda (?:- )?se|fodase|vai a merda|seu lixo|sua lixo|lixo de (?:clinica|atendimento)|cala a boca|cala boca|idiota|imbecil|otari[ao]|trox[ao]|troux[ao]|burr[ao]|retardad\w+|desgracad\w+|nojent\w+|te odeio|vou (?:te )?(?:matar|quebrar|bater|pegar)|puta que pariu|escrot\w+|babaca|cuzao|corno|estupid[ao]|se[u] (?:merda|bosta)|sua (?:merda|bosta))\b",
    ),
    (
        "safety.pregnancy",
        Safety.PREGNANCY,
        r"\b(?:gravida|gravidas|gravidinha|gestante|gestacao|gravidez|amament\w+|lactante|lactacao|dou mama|dando de mamar|to esperando (?:um )?(?:bebe|nenem)|esperando bebe|tentante|tentando engravidar|puerperi\w+|resguardo|recem parida|pos parto|tive (?:bebe|nenem)|\d+ semanas de (?:gestacao|gravidez|gravida))\b(?! (?:fotos|ensaio))",
    ),
    (
        "safety.minor",
        Safety.MINOR,
        r"\b(?:tenho|com|de|tem|ela tem|ele tem|fiz|faco|completei|idade|fez|tenho so) (?:so )?(?:[1-9]|1[0-7]) (?:anos|aninhos)\b(?! (?:de (?:casad|experiencia|clinica|formad|profiss)|atras|que|sem))|\bmenor(?:es)? de (?:idade|18|dezoito)\b|\b(?:sou|e|eh|ainda sou) (?:de )?menor\b(?! (?:preco|valor|que))|\b(?:minha |meu )?(?:filh[ao]|sobrinh[ao]|irma|irmao|net[ao]|enteada)(?: \w+){0,3} (?:[1-9]|1[0-7]) anos\b",
    ),
    (
        "safety.adverse_reaction",
        Safety.ADVERSE_REACTION,
        rf"\b{_DONE}\b[^.!?]{{0,80}}\b{_ILL}\b|\b{_BODY}\b(?: \w+){{0,4}} {_ILL}\b|\b{_ILL}(?: \w+){{0,3}} {_BODY}\b|\b(?:deu|tive|tendo|dando) (?:uma )?(?:alergia|reacao|rejeicao|queimadura|complicacao)\b|\b{_BODY} nao (?:abre|fecha|mexe|volta|levanta)\b|\b(?:saiu|saindo|sai|tem|com) pus\b|\bme queim\w+\b|\b(?:ta|esta) (?:muito |bem |tudo )?(?:inchad\w+|roxo|vermelho|ardendo|inflamad\w+|doendo|infeccionad\w+|torto)\b|\bqueimadura\b",
    ),
    (
        "safety.contraindication",
        Safety.CONTRAINDICATION,
        r"\b(?:tomo|uso|usando|tomando|faco uso|fazendo uso|tomei|estou em uso|terminei|parei)(?: (?:de|o|um|uma|a|com))* (?:roacutan|isotretinoina|acutan|anticoagulante\w*|aas|aspirina|xarelto|marevan|varfarina|corticoid\w*|antibiotico\w*|remedio\w*|medicament\w*|insulina|antidepressiv\w*|acido|quimio\w*|imunossupressor\w*|puran|ozempic|mounjaro|metotrexato|anabolizante\w*|clopidogrel|losartana)\b"
        r"|\b(?:tenho|tem|sou|estou com|to com|tive|possuo|portador\w*|com|minha|historico de|ja tive|faco tratamento de|trato)(?: (?:de|um|uma|a|o|mae tem|problema de|problemas? (?:de|no|na)|doenca|crise de|muita))* (?:diabet\w+|hipertens\w+|pressao alta|lupus|herpes|cancer|tumor|epilep\w+|trombose|marca ?passo|protese metalica|pino|autoimune|rosacea|melasma|psoriase|queloide\w*|alergi\w+|alergic\w+|tireoide|hashimoto|cardiac\w+|coracao|hepatite|hiv|vitiligo|dermatite|anemia|miastenia|hemofil\w+|asma|varizes|silicone|diu|acne ativa|espinhas? inflamad\w+|asmatic\w+|hernia|lipedema|esclerose)\b"
        r"|\b(?:roacutan|isotretinoina|quimioterapia|radioterapia|marca ?passo|contra ?indicac\w+|contra ?indicado)\b",
    ),
    (
        "safety.medical_advice",
        Safety.MEDICAL_ADVICE,
        r"\b(?:(?:que|qual|algum) (?:remedio|pomada|creme|medicamento|antibiotico|anti inflamatorio)|posso (?:tomar|usar|passar) (?:\w+ )?(?:remedio|dipirona|ibuprofeno|nimesulida|anti inflamatorio|antibiotico|pomada|creme|acido|protetor|maquiagem|base|corticoide|paracetamol|dorflex|alcool|bebida)|(?:receita|receitar|prescrev\w+|prescricao|diagnostic\w+)\b|o que eu (?:tomo|passo|faco para|tenho)|"
        r"(?:isso|essa|esse|minha) (?:mancha|pinta|verruga|caroco|lesao|ferida|sinal) (?:e|eh|pode ser|parece|seria)|(?:e|eh|isso e|sera que e) (?:normal|grave|cancer|perigoso|micose)\b|quantas unidades (?:eu )?(?:preciso|devo)|qual dose|que dose|preciso parar (?:de tomar|o remedio|com)|posso parar de tomar|devo parar)",
    ),
    (
        "safety.complaint",
        Safety.COMPLAINT,
        r"\b(?:reclamac\w+|reclamar|reclame aqui|procon|advogad[ao]|process\w+ (?:voces|a clinica|vcs)|vou processar|justica|dinheiro de volta|quero meu dinheiro|ladr(?:ao|oes)|roubad\w+|reembols\w+|estorno|devoluc\w+|pessim[ao]|horrivel|absurdo|descaso|falta de respeito|desrespeit\w+|insatisfeit\w+|decepcion\w+|nao gostei|odiei|detestei|indignad\w+|revoltad\w+|enganad\w+|fui enganada|propaganda enganosa|"
        r"mal atendid\w+|mau atendimento|mal educad\w+|grosseir\w+|grossa|grosso comigo|atendimento (?:ruim|pessimo|horrivel|lixo|pessima)|ninguem (?:me )?(?:responde|atende|respondeu|atendeu|resolve|da retorno)|cobr\w+ (?:errado|2 vezes|a mais|duplicado|de novo)|cobranca (?:indevida|errada|duplicada)|nao fez efeito|nao deu resultado|nao funcionou|jogar dinheiro fora|joguei dinheiro fora|nunca mais (?:volto|piso|vou)|"
        r"esperei (?:mais de |quase |por )?(?:\d+|uma|duas|meia) ?(?:h|min)\b|resultado (?:ruim|horrivel|pessimo)|ficou (?:horrivel|pessimo|uma merda|feio|ruim)|uma vergonha|incompetent\w+|que demora|demora\w* (?:pra|para) (?:responder|atender)|voces sao (?:pessimos|horriveis)|golpe|ouvidoria|denuncia)\b(?! (?:de agendar|se eu))",
    ),
)  # fmt: skip

_NOT_ILL = r"\b(?:nao (?:ta|esta|fica|incha|ficou|vai ficar|deixa|da|fica muito)(?: \w+){0,2} |quanto tempo fica |fica (?:muito )?|vai ficar |costuma |pode (?:ficar|dar|inchar) |medo de (?:ficar )?|da |causa |deixa |incha muito |sem (?:dor|inchaco))"
_HYPOTHETIC = r"\b(?:fica|vai ficar|pode ficar|costuma ficar|medo de ficar|deixa|incha|queima|da alergia|quanto tempo|para nao|arde|doi|descasca|mancha a pele|tirar|tratar|clarear|remover|sumir com|melhorar|resolve|trata|para|pra|serve para|tenho (?:muita|umas|algumas)?(?: )?(?:mancha|manchas|acne))\b"
_FALSE_ALARM = r"\b(?:minha (?:pele|cara|autoestima) (?:ta|esta|e|anda) (?:muito |tao )?\w+|chega de emergencia|kit de emergencia|emergencia estetica|nao e emergencia|nao e nada grave|sem emergencia|emergencia de beleza|gostos[ao] (?:de|o atendimento)|burra de novo|sou (?:muito )?burra)\b"


def read_safety(line: Line) -> tuple[Safety | None, tuple[RuleHit, ...]]:
    """The gravest concern of the message, and the rule that saw it."""
    norm = line.norm
    for alarm in rx(_FALSE_ALARM).finditer(norm):
        line = line.hide(alarm.start(), alarm.end())
    for rule, kind, pattern in RULES:
        match = rx(pattern).search(line.norm)
        if match is None or (
            kind is Safety.ADVERSE_REACTION and _only_asked(line.norm, match.start(), match.group())
        ):
            continue
        return kind, (line.hit(rule, match.start(), match.end(), kind.value),)
    return None, ()


def _only_asked(norm: str, start: int, said: str) -> bool:
    """ "fica muito inchado?" asks what may come; "está muito inchado" tells what is."""
    happened = rx(
        r"\b(?:ta|esta|to com|estou com|ficou|fiz|apliquei|inchou|queimou|inflamou|deu|tive|apareceu|saiu|surgiu|desde|ontem|acordei|comecou|continua)\b"
    ).search(norm)
    return (happened is None and rx(_HYPOTHETIC).search(norm) is not None) or rx(
        r"\bnao (?:ta|esta|ficou) "
    ).search(said) is not None
