"""What sounds grave and is not: exaggerations, names, negations, other people's troubles. Hidden before the rules of `safety` read."""

from __future__ import annotations

from functools import cache

from anna.conversation.understanding.families import FAMILIES
from anna.conversation.understanding.line import Line, rx
from anna.conversation.understanding.phrases import Phrases

_FEELING = (
    r"(?:rir|riso|risada|vontade|saudades?|amor|amores|fome|sono|cansac\w+|cansad[ao]|calor|frio|medo|vergonha|inveja|curiosidade|ansiedade|raiva|odio|preguica|tedio|"
    r"alegria|felicidade|emocao|orgulho|malhar|trabalhar|estudar|correr|comer|dancar|rir|sede|tanto|tanta|susto|nervoso|ciume\w*|pena|dar risada|beleza|paixao)"
)
_THING = r"(?:(?:o |a |esse |essa |os |as )?(?:preco|precos|valor|valores|orcamento|conta|resultado|antes e depois|boleto|tamanho|fotos?|promocao))"
_JOY = r"(?:lind\w*|amei|ador\w+|maravilh\w+|barat\w+|bom|boa|top|perfeit\w+|show|bel\w+|promoc\w+|delicia|incrivel|quero|kkk|que (?:tudo|coisa|preco|arraso))"
_WELL_MEANT = r"(?:bom|boa|bem|lind\w+|ruim de bom|delicia|perfeit\w+|maravilh\w+|barat\w+)"
_MADE_ILL = r"(?:inch\w+|vermelh\w+|rox[ao]s?|hematomas?|queim\w+|bolhas?|dor|doe\w*|doi\w*|arde\w*|ardeu|manch\w+|marcas?|reac\w+|alergi\w+|febre|sangr\w+|coc\w+|caroco\w*|tort[ao]|infecc\w+|inflam\w+)"

IDIOMS: tuple[tuple[str, str], ...] = (
    ("exaggeration", rf"\b(?:morr\w+|mort[ao]|mat(?:ar|ei|o|ou|ando)|desmai\w+|sem ar|o ar|infart\w+|surt\w+|falta de ar|treco)\b(?: \w+){{0,3}}? (?:de|com|por)(?: (?:tanto|tanta|muita|muito))? (?:{_FEELING}|{_THING})"),
    ("exaggeration", r"\b(?:de matar|matando (?:a |de )?(?:inimigas|aula|saudade)|me mata(?:ndo|m|ria)?|(?:vai|vao|ia|quer|querem|ira) me matar)\b"),
    ("colour", rf"\b(?:vermelh|rox|azu|verd|branc|palid|pret)\w* de {_FEELING}"),
    ("colour", r"\b(?:preco|valor|conta|bolso|orcamento|boleto)(?: \w+){0,2} (?:inchad\w+|salgad\w+|ardid\w+|doendo)\b|\b(?:doeu|doi|arde|sangra)(?: \w+){0,2} (?:no |o |meu )+(?:bolso|coracao)\b"),
    ("name", r"\b(?:d[aeo]|santa|nossa senhora d[aeo]|tia|dona) (?:perpetuo )?socorro\b"),
    ("joy", rf"\bsocorro\b(?=[^.!?]{{0,30}}\b{_JOY}\b)|\b{_JOY}(?: \w+){{0,4}} socorro\b"),
    ("joy", rf"\b(?:puta que pariu|caralho|porra|cacete|absurdo)\b(?=[^.!?]*\b{_WELL_MEANT}\b)|\babsurd[ao] de \w+"),
    ("trade", r"\bemergencias? (?:de|d[ao]|com|nas?|capilar|estetica|fashion)(?: \w+)?\b|\b(?:atende\w*|kit|uma) emergencias?\b(?=[^.!?]*\?| kkk| estetica)|\b(?:nao e|sem) emergencia\b|\b(?:cabelo|unha|sobrancelha)\b(?: \w+){0,3} emergencia\b"),
    ("joy", r"\bcoracao\b(?: \w+){0,3} de (?:alegria|emocao|felicidade|ansiedade|amor)\b"),
    ("denied", rf"\b(?:nao|num|nem|sem|nada de|zero|nenhum\w*)(?! (?:para|parou|passa|passou|melhor\w+|some|sumiu|sarou|aguento|consigo))(?: (?:me|eu|ta|esta|to|ficou|fiquei|deu|tive|teve|deixou|nada|mais|muito|um|uma|tem|sinto|senti))* {_MADE_ILL}(?: (?:nem|nada|ou|e) \w+)*"),
    ("denied", r"\b(?:nada|sem|zero|nenhum\w*|nao (?:tenho|ha|tem|posso|vou))(?: (?:nada|nenhum\w*|do|o|a|que|me|para|pra|muita?s?))* (?:reclam\w+|queixas?)\b"),
    ("others", r"\b(?:outr[ao]|ultim[ao]|antig[ao]) (?:lugar|clinica|salao|profissional|medic[ao]|dentista|estetica)\b[^.!?]*"),
    ("others", r"\b(?:amiga|vizinha|prima|cunhada|colega|conhecida|comadre)s? (?:que (?:ta|esta) )?(?:gravida|gestante)\b|\b(?:ensaio|fotos?|book|roupa|vestido|cha|curso) (?:de|da|pra|para) (?:gravida|gestante|bebe)\b|\bgravida de (?!(?:\d|uma?|dois|tres|quase|pouc|algu|gemeos|menin|trigemeos|risco|semanas|meses|mais|uns))\w+|\b(?:barriga|cara|jeito|parece\w*|parecendo|pareco|igual|tipo)(?: \w+){0,3} gravida\b"),
    ("others", r"\b(?:cachorr\w*|gat[ao]|pet|carro|casa|clinica|empresa|relacionamento|casamento|namoro|casad[ao]|cliente|paciente)\b(?: \w+){0,3} \d+ (?:anos|aninhos)\b|\b\d+ anos de (?:casad\w+|namoro|clinica|experiencia|formad\w+|profissao|empresa|praia)\b"),
    ("others", r"\b(?:filh[ao]|bebe|nenem|net[ao]|crianca|sobrinh[ao])\b[^.!?]{0,40}\b(?:[0-9]|1[0-2]) (?:anos|aninhos|meses|mes)\b(?=[^.!]*\b(?:levar|leva|ir junto|comigo|com quem deixar|acompanhar|esperar|brinquedoteca)\b)"),
    ("others", r"\b(?:filh[ao]|marido|mae|pai|neto|neta|bebe|irma|irmao|sogra|avo)\b(?: \w+){0,3} (?:com (?:febre|gripe|dor|virose|conjuntivite|dengue|covid)|doente|internad[ao]|gripad[ao])\b"),
    ("trade", r"\b(?:sou|trabalho (?:no|na|com|como|em)|estudo|faco faculdade de|formad[ao] em|estagio (?:no|na)) (?:uma? |o |a |de )*(?:advogad\w+|procon|justica|forum|direito|python|programac\w+|sistemas?|ouvidoria|emergencia|samu|pronto socorro)\b|\baudiencia(?: \w+){0,2} justica\b"),
    ("humble", r"\b(?:sou|fui|eu|como sou|que|me senti|me sinto)(?: (?:muito|uma?|mesmo|tao))* (?:burr[ao]|idiota|anta|trouxa|otari[ao]|tapad[ao]|jumenta|loua)\b|\b(?:burr[ao]|idiota|anta|trouxa|tapad[ao]|jumenta)(?: de mim| mesmo| que)? (?:eu|sou|fui)\b|\bgostos[ao] (?:o|a|de|d[ao]|esse|essa|esta|ficar|ir|demais o|cheir\w+)\b"),
    ("denied", r"\b(?:nao|nem|num|ja nao)(?: (?:to|estou|sou|tou|ta|esta|era|mais|e|estava))* (?:gravida|gestante|amament\w+|lactante|menor)(?: (?:nem|ou|e) \w+)*\b|\bparei de amamentar\b"),
    ("past", r"\b(?:tive|ganhei|pari|desde que tive|depois que tive|depois de ter)(?: \w+){0,2} (?:bebe|filh[ao]s?|nenem|gemeos)\b(?=[^.!?]*\b(?:anos?|nao amamento|flacid\w+|estrias?|barriga|gordura)\b)|\bpos (?:gravidez|gestac\w+)\b"),
    ("past", r"\b(?:depois|apos|desde) d?(?:a|as|minha|minhas|da minha|das minhas) (?:gravidez|gestac\w+)\b|\b(?:gravidez|gestacao)\b(?=[^.!?]*\b(?:foi|fiquei|deixou|passada|anterior|em 20\d\d)\b)"),
    ("past", r"\b(?:pai|mae|avo|tio|tia|marido|sogr[ao]|irma[o]?)\b(?: \w+){0,2} (?:infart\w+|teve(?: \w+)? (?:avc|infarto|derrame|convulsao|cancer))\b(?=[^.!?]*\b(?:ano|mes|semana|passad\w+|ha|superou)\b)"),
    ("others", r"\b(?:tenho|sou mae de|sou pai de)(?: \w+){0,2} (?:filh\w+|criancas?|menin\w+)\b[ ,]*(?:de )?\d+(?: e \d+)*(?: anos| meses)?\b(?![^.!?]*\b(?:quer|queria|pode fazer|fazer|marcar)\b)"),
    ("trade", r"\bsenha (?:do|da|de) (?:wi ?fi|wi fi|app|aplicativo|porta|internet|estacionamento)\b|\bminha senha\b"),
    ("allergy", r"\balergi\w* (?:a|de) (?:gente|homem|segunda|preco|trabalho|acordar|boleto|gastar|exercicio)\b"),
    ("talk", r"\b(?:ignor\w+|desconsider\w+|esquec\w+|apag\w+) (?:a |o |as |essa |esse |minha |meu |isso|a minha |as minhas )*(?:mensage\w+|audio|foto|figurinha|que (?:eu )?(?:falei|disse|mandei|escrevi)|anterior)(?: anterior\w*)?\b"),
    ("talk", r"\bnao gostei (?:muito )?(?:d[aeo]s?|dess[ae]s?|dest[ae]s?)? ?(?:h|horarios?|dias?|datas?|opc\w+|nenhum\w*|ideia|precos?|valor\w*|ess[ae]s?)\b|\bnao gostei de (?:nenhum\w*|ess[ae]s?)\b"),
    ("talk", r"\be normal (?:demor\w+|esper\w+|cobr\w+|pagar|responder|atras\w+|confirmar|nao responder)\b|\b(?:tem|ta tendo|muito|tanto) golpes?\b|\bmedo de golpe\b|\b(?:cremes?|produtos?|vitaminas?|pomadas?) (?:que )?(?:voces )?(?:vendem|tem a venda)\b"),
)  # fmt: skip


# What is harmless however it is said, as phrases.
HARMLESS = """
PREGNANT ... vou|ser avo|tia|madrinha|dinda|titia
engordei|ganhei|peguei|emagreci|perdi .. gravidez|gestacao
ultima|primeira|outra vez ... PREGNANT
tava|estava|era PREGNANT ~ posso|pode
quando|depois|desde .. engravidei
BODY sao|sempre|vivem SORE|SLOW
ficou|ficaram|caiu|cairam|manchou|escureceu ... com idade|tempo|anos
ando|vivo|vivem|vive .. SORE
doendo|doeu|doi|dor|pesou|pesa .. bolso|carteira
cunhada|irma|prima|amiga|vizinha|sobrinha|nora|filha .. ganhou|teve|ter|ganhar BABY|nenem|bebe ... visit*|cha|conhecer|madrinha|presente
respirar ... trabalho|tempo|semana|correria|corrid*|kkk
tempo .. respirar
!NOT melhor*|sumiu|sumiram|clareou|diminu*|desinchou|cicatrizou|desapareceu ... mancha*|roxo|roxos|inchaco|vermelhid*|marca*|dor|bolinha*|acne ~ NOT|quero|pode|vai melhor*|sumiu|diminu* ~ ?
mancha*|roxo|roxos|inchaco|vermelhid*|marca*|dor|bolinha* .. !NOT sumiu|sumiram|clareou|diminuiu|desapareceu|melhorou|passou
vizinha|vizinho|conhecida|famosa|atriz|influencer|blogueira|cantora ... ficou|fez|teve|morreu .. SORE|SLOW
amiga|prima|cunhada|colega .. fez ... ficou .. SORE|SLOW ... espero|medo|nao
com quem .. deix* ... KIN ?de ?com TEEN
KIN ?de ?com TEEN ?anos ?aninhos ... enquanto|junto
bebe|nenem .. fez|tem|completou TEEN ?ano ?anos ... cuidar|voltar|agora
festa|aniversario|baile|niver ?de 15 ?anos da|do|de sobrinh*|filh*|prim*|afilhad*|net*|amig*|irma
manch*|estri*|melasma|flacid*|celulit*|gordura*|peso|quilos ... gravidez|gestacao|parto ~ to|estou|posso|pode
PREGNANT ... indicou|indicaram|recomendou
pix|pagamento|deposito|transferencia|dinheiro|sinal|comprovante ... caiu|cai|cair|caindo
caiu|cair|caindo|baixou .. valor|preco|conta|pix|pagamento|internet|ligacao|chamada|rede|sistema|site|ficha|golpe|chuva|feriado|ideia|energia|luz|banco
ligacao|chamada|internet|rede|sistema|site|ficha|energia|luz|cabelo|pelo|pelos|cilio|cilios|extensao caiu|cai|cair|caindo|cairam
caiu|cairam|caindo .. cilio*|pelo*|fios
caiu .. segunda|terca|quarta|quinta|sexta|sabado|domingo|dia|data|semana
coracao na boca|mao|garganta
coracao partid*|cheio|grande|aberto|mole|quentinho|apertad* ... cancel*|desmarc*|desist*|ir|feliz|alegr*|grat*|amor|saudade
aperto|dor|dorzinha .. coracao ... cancel*|desmarc*|desist*|dizer|falar
coracao cheio|quentinho|grato|feliz|alegre|mole
do fundo|todo coracao
quando|enquanto|epoca|desde|tempo .. tava|estava|era|fiquei|tive|ainda PREGNANT
depois|desde|por ?causa da|das|do|minha|primeira|segunda|ultima|2 gravidez|gestacao|gestacoes|cesarea|parto|pos ... anos|flacid*|estri*|manch*|sobr*|barriga|melasma ~ meses|semanas|dias
gravidez|gestacao|parto|cesarea ... ha|faz|foi|em ?ja NUMBER anos|20|2018|2019|2020|2021|2022|2023|2024
quando|desde|enquanto .. tinha|era|completei|fiz TEEN ?anos
desde .. TEEN anos
ele|ela|filh*|menin*|bebe|cacula ?hoje ?ja ?agora tem|ta|esta|com ?ja TEEN anos ... quero|queria|marca|vontade|voltar|retomar|finalmente ~ pra|para|pro ele|ela|minha|meu filh*
filh*|crianca*|menin* menor|menores|pequen* ... espaco|lugar|esper*|ficar|levar|deixar|brinquedo*|sozinh*|cuidar
tenho|sou|mae|pai ... filh*|crianca*|menin* ?menor ?pequen* ... horario|escola|trabalh*|sozinh*|deixar|noite|sabado|rotina|corrid* ~ quer|fazer ?a ?dela
posso|pode|podem|consigo|tem .. levar|ir|trazer ... filh*|crianca*|bebe|nenem|menin*|net* ?de ?com TEEN ?anos|meses ~ fazer|faca|dela|nela|nele
NOT ?tenho|tem|ha|sinto|senti|tive|tomo|uso|sou|fumo ?nenhum ?nenhuma ?mais alergi*|doenca*|problema*|remedio*|medicament*|dor|sintoma*|restric*|comorbidade* ~ NOT tenho|sinto .. mais dor passa ~ sei
alergi* a|de|nada nada|nenhum*|ninguem
sem alergi*|doenca*|contraindic*|restric*|comorbidade*|dor|dores|inchaco|vermelhidao|reacao|reacoes|manch*|marcas ~ sem dor para|parar
nada|nenhuma ?de dor|reacao|alergia|vermelhid*|inchaco|ruim
0 dor|inchaco|reacao|problema*|reclamac*
cachorr*|gat|gato|gata|gatinh*|dog|pet|doguinho|cadela|passarinho|calopsita ... SORE|desmai*|convuls*|sangr*|veterinari*|operad*|operou|cirurgia|doente|morreu|mal|engoliu|comeu
veterinari*
novela|filme|serie|jornal|noticia|livro|meme|video|reels|podcast|tiktok ... ABOUT
ABOUT ... novela|filme|serie|jornal|noticia|livro|meme
simulado|treinamento ... emergencia
saida|numero|contato|telefone|luz|plano ?de emergencia
tive|tava|fiquei|estive|estava ?com covid|gripe|dengue|virose|febre|gripad* ~ posso|pode
morta|morto|mortinha|acabada|destruida|quebrada de|do cansac*|sono|trabalho|fome|calor|vergonha|rir|curiosidade|saudade
to|estou morta|morto|mortinha|acabada|podre $
morr* ?de ?do ?com LAUGH
morrendo|morro|morri kkk
vou|ia|quase morrer ?se nao|de|com conseguir|fizer|marcar|tiver|LAUGH
me matar|mato|matando ?de ?pra trabalhar|estudar|malhar|rir|academia|treinar|correr|vergonha
so falta|faltava ... morrer|infartar
quase|vou|ia infart* ?com|quando|de preco|valor|vi|susto|emocao|alegria
infart* ... preco|valor|susto|orcamento
linha|seta|luz|faixa|farol|caneta|camisa|roupa|vestido|blusa|carro|sinal|esmalte|batom|cabelo|unha|casa|portao|predio|parede amarel*|vermelh*|rox*|pret*|branc*|azu*
quarta|sexta|semana|feira|tarifa vermelha
alerta|cartao|tapete|sinal vermelho
to|fiquei|estou|fico roxa|roxo|vermelha|vermelho ?de vergonha|raiva|inveja|frio|odio|curiosidade
quente|calor .. hoje|dia|tempo|rua|sol|demais|cidade ~ BODY
dia|tempo|agua|cafe|cera|toalha|chuveiro|pedra|manta|verao quente
agenda|semana|dia|trabalho|vida|rotina|correria puxad*|apertad*|travad*|dur*|cheia|fechad*
loja|porta|clinica|salao|recepcao|portao|empresa|estacionamento fechad*
voces|ai|clinica .. fechad*
negocio|pacote|compra fechad*
levei|tomei|dei|foi ?um susto
ta dificil|osso|puxado|tenso|corrido|foda
pernas|braco|corpo de|da grilo|fora
cara de pau|boneca|cansada|cansaco|sono|acabada|ontem|velha
olho* ?no ?nos preco*|valor*|gordo|grande|cara
dor de cotovelo|corno
doi|doeu|dor .. bolso|carteira|alma|ver|preco|pagar|gastar
sem dor nem piedade
sangue|sangrando ... bolso|carteira|preco
exame* ?de sangue
sangue bom|italiano|frio|latino|quente
tirar|tirei|coleta|colher|doar ?de sangue
boca a|de boca|lobo|siri|sino
abriu|abrir|tinta|cor|fio|loiro .. preto|escuro|branco ~ BODY
"""


@cache
def _harmless() -> Phrases:
    return Phrases(FAMILIES, [HARMLESS])


def without_idioms(line: Line) -> Line:
    """The line with every harmless turn of phrase hidden."""
    for _, pattern in IDIOMS:
        for match in rx(pattern).finditer(line.norm):
            line = line.hide(match.start(), match.end())
    for found in tuple(_harmless().all(line)):
        line = line.hide(found.start, found.end)
    return line
