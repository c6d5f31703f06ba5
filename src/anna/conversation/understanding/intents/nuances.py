"""What a message says besides its commands: that anything will do, that the answer comes later, that something else is wanted."""

from __future__ import annotations

from anna.commands import Nuance, RuleHit
from anna.conversation.understanding.port import State
from anna.conversation.understanding.text.line import Line, rx

RULES: tuple[tuple[Nuance, str], ...] = (
    (Nuance.ANYTHING, r"\b(?:qualquer (?:um|uma|dia|data|horario|hora|h|momento)|tanto faz|sem preferencia|nao tenho preferencia|o que (?:tiver|for melhor|for mais facil)|(?:mais|bem) (?:cedo|rapido) possivel|(?:o )?quanto antes|primeir[oa] (?:vaga|horario|dia|data|h)?(?: )?(?:que (?:tiver|voces|aparecer|der)|disponivel|livre)|(?:pode|podem) escolher|voces? (?:que )?(?:escolhe\w*|decide\w*|sabe\w* melhor)|quando (?:voces? )?(?:tiver\w*|puder\w*|der|houver)(?: (?:vaga|horario|um horario|uma vaga|disponivel|melhor))*(?= *(?:$|[.!,;]|para|pra)))\b"),
    (Nuance.ANYTHING, r"^(?:agora|ja|hoje mesmo)(?: mesmo)?(?: por favor)?[ .!]*$"),
    (Nuance.GIVES_UP, r"\b(?:deix[ae] (?:pra|para) la|deixa quieto|esquece|desist[io]\w*|nao (?:quero|preciso)(?: de)?(?: mais)? nada|nao (?:quero|vou querer|preciso|tenho interesse)(?: mais)?(?= *(?:$|[.!,;]|obrigad|valeu|nao\b))|nao obrigad[ao]|nao ,? obrigad[ao])\b"),
    (Nuance.ANOTHER_DAY, r"\b(?:outr[ao]s? (?:dias?|datas?)|outra semana)\b"),
    (Nuance.EARLIER, r"\bmais cedo\b(?! possivel)"),
    (Nuance.LATER_ON, r"\bmais (?:tarde|pro fim|para o fim)\b"),
    (Nuance.LATER, r"\b(?:vou (?:ver|pensar|verificar|olhar|consultar|conversar|falar|confirmar|me organizar|me programar|decidir)(?: (?:aqui|direitinho|melhor|com calma|antes|primeiro|com|e|minha|meu|a agenda|isso|depois|mais tarde|o meu|a minha))*|(?:te|lhe|ti) (?:falo|aviso|retorno|chamo|confirmo|respondo|digo|dou (?:um )?retorno)|(?:falo|aviso|retorno|chamo|respondo|confirmo|volto|vejo|marco)(?: a falar| aqui| contigo| com voces?)? (?:depois|mais tarde|amanha|logo|outra hora)|depois (?:eu )?(?:te |lhe )?(?:falo|aviso|vejo|volto|retorno|marco|chamo|respondo|confirmo)|(?:deixa|deixe) eu (?:ver|pensar|olhar)|(?:preciso|tenho que) (?:pensar|ver (?:com|a|minha|meu|aqui)|falar com (?:meu|minha))|ja (?:te )?(?:respondo|volto|falo|retorno)|(?:so |aguarda |espera |pera |perai )?(?:1|um) (?:minutinho|minuto|momento|momentinho|instante|segundo|min|seg)\b|pera(?: ?ai| la)?\b|qualquer coisa (?:eu )?(?:te |lhe )?(?:chamo|falo|aviso|volto|retorno))\b"),
    (Nuance.ASKS_OFFER, r"\b(?:fa[zc]em|faz|tem|teria|trabalham?|oferecem?|realizam?)\b.*\?"),
    (Nuance.ASKS_TO_ASK, r"^(?:(?:oi|ola|bom dia|boa tarde|boa noite|tudo bem|por favor|moca|so|me|eu|entao)[ ,!.?]*)*(?:(?:tenho|tira|tire|tirar|queria|quero|gostaria|posso|preciso|pode|de|me|fazer|uma?s?|algumas|mais) )*(?:duvidas?|perguntas?|perguntinha|informac(?:ao|oes))(?: por favor)?[ .!?]*$"),
    (Nuance.ASKS_TELEPHONE, r"\b(?:qual|quais|tem|manda|passa|passe|me da|sabe|cade)(?: (?:o|e|um|algum|me|seu|numero|do|de))* (?:telefones?|numero|fixo)(?: (?:d[aeo]s?|para|pra))? ?(?:voces?|clinica|contato|ligar|recepcao|ai|\?)|\b(?:posso|consigo|queria|quero|da para|da pra) ligar\b"),
    (Nuance.SAYS_PAID, r"\b(?:(?:ja|acabei de) (?:paguei|pagar|fiz o (?:pix|pagamento|sinal)|transferi|transferir|mandei o (?:pix|comprovante)|fazer o (?:pix|pagamento))|(?:paguei|fiz o pix|pix feito|pagamento feito|ta pago|esta pago|segue o? ?comprovante|comprovante))\b"),
    (Nuance.ASKS_INSURANCE, r"\b(?:convenios?|planos? de saude|unimed|amil|sulamerica|sul america|hapvida|notredame|intermedica|bradesco saude|porto seguro|cassi|geap|golden cross)\b"),
    (Nuance.ASKS_PREPARATION, r"\b(?:(?:precis[ao]|tenho que|devo|posso)(?: de)? (?:levar|trazer) (?:algo|alguma coisa|o que|documento\w*|exame\w*)|o que (?:eu )?(?:levo|preciso levar|tenho que levar|devo levar)|prepar(?:o|ar|acao|ativ\w+)|(?:o que|algum cuidado|alguma coisa)(?: \w+){0,4} antes|ir sem maquiagem)\b"),
    (Nuance.ASKS_CATALOGUE, r"\b(?:(?:que|quais)(?: (?:sao|os|as|seus|suas|outros|outras|tipos? de))* (?:procedimentos?|servicos?|tratamentos?|coisas)\b|lista (?:de|dos) (?:procedimentos|servicos|tratamentos)|(?:o )?que (?:mais )?(?:voces|a clinica|tu) (?:fazem?|tem|oferecem?|atendem?)(?= *(?:$|[?!.,]|ai\b|na clinica|por ai)))"),
    (Nuance.ASKS_AGAIN, r"\b(?:rep(?:ete|ita|etir|etindo)(?= *(?:$|[?!.,]|(?:ai|isso|tudo|por favor|pra mim|para mim|de novo|o que|a pergunta|a mensagem|as opco\w+|os horarios|a lista)\b))|(?:fala|manda|escreve|diz)\w* (?:tudo |isso |ai |os horarios |a lista )?(?:de novo|outra vez|novamente))"),
    (Nuance.ASKS_MEANING, r"^(?:(?:oi|ola|opa|ue|eita|desculpa|desculpe|perai|pera|moca|voce|eu)[ ,.!]*)*(?:[?!., ]*\?|hein|(?:nao|num) (?:estou |to |tou )?(?:entendi|entendendo|compreendi|peguei)(?: nada| direito| bem| isso| a pergunta)*|como assim|o ?que(?: e| significa| quer dizer) isso|explica(?: melhor| direito)?)(?: *[?!.,]| repete\b.*| explica\b.*| nao\b| por favor| moca)*$"),
    (Nuance.SKIPS, r"\b(?:pul[ae]r?(?= *(?:$|[?!.,]|(?:essa|esta|isso|a pergunta|por favor)\b))|(?:prefiro|melhor) nao (?:passar|dar|dizer|informar|falar|responder|mandar)|(?:nao|num) (?:quero|vou|gostaria de|queria) (?:passar|dar|informar|dizer|mandar) (?:o |meu |nenhum |outro |mais )*(?:telefone|numero|celular|contato))\b"),
    (Nuance.ONLY_ASKED, r"\b(?:so|apenas) (?:(?:queria|quero|gostaria de|precisava|estava|tava|ia|era|pra|para|mesmo|pergunt\w+) )+(?:(?:saber|ver|perguntar|sabendo|vendo|consultar|pesquisar|pesquisando|ter) )?(?:(?:o|os|a|as|um|uma|de|mesmo) )*(?:preco|valor|precos|valores|saber|nocao|ideia|curiosidade|informacao)\b"),
    (Nuance.HAGGLES, r"\b(?:faz|fazem|faria\w*|fecha\w*|deixa\w*|consegue\w* fazer|tem como fazer|da para fazer)(?: (?:ele|ela|tudo|pra mim|para mim|essa|esse|isso|as? \w+))? por (?:r \$ |r\$ ?)?(?:\d{2,}(?! ?(?:h|dia|min|vezes|x)\b)|_)|\b(?:n[ao]|em) (?:outra|concorren\w+)(?: clinica| lugar)?(?: \w+){0,2} (?:e|ta|esta|sai|custa|cobra\w*|faz\w*|paguei|achei|vi)\b|\b(?:cobrem?|igualam?) (?:o |esse |essa |a )(?:preco|valor|oferta|orcamento)\b|\b(?:abaixar?|baixar?|melhorar?|diminuir|chorar) (?:o |esse |um pouco o |um pouquinho o )?(?:preco|valor)\b"),
    (Nuance.WHAT_IF, r"\b(?:e )?(?:se|caso) (?:eu |a gente |por acaso |um dia |eu tiver que |tiver que |eu precisar |precisar |eu quiser |quiser )*(?:desmarc|cancel|remarc|falt|desist|atras|me atras|adoec|nao (?:puder|pude|for|conseguir|aparecer|der))\w*[^.!]*\?"),
    (Nuance.TOO_DEAR, r"\bcaro\b(?! (?:que|colega|amigo|senhor))|\bcarinho\b(?= *(?:$|[?!.,]|hein|ne\b|demais))|\b(?:ta|esta|e|achei|muito|bem|meio|tao) (?:cara|salgad[oa]|puxad[oa])\b|\b(?:fora|acima) do (?:meu )?orcamento\b"),
    (Nuance.OTHER_PERSON, r"\b(?:nao sou (?:mais )?(?:a|o) (?!primeir|segund|terceir|quart|quint|ultim|unic|mesm|tal|que\b|dona?\b|mae\b|pai\b|tipo\b|melhor\b|paciente\b|respons)[a-z]{3,}|(?:numero|pessoa|contato|telefone|zap) errad[ao]|(?:foi|e|deve ser|por) engano|(?:esse|este|o) (?:numero|chip|telefone|zap|celular) (?:agora )?(?:(?:e|ficou) (?:meu agora|agora meu)|nao e (?:mais )?d[aeo] )|(?:numero|chip|telefone|zap|celular) agora e meu)"),
    (Nuance.NAMES_NEWS, r"^(?!.*\b(?:nada|tudo|nenhum\w*|qualquer|lembretes?|avisos?|sair|contato|lig\w+|bloque\w+)\b).*\b(?:promoc\w+|promos?|novidades|ofertas?|campanhas?|propagandas?|publicidades?|marketing|divulgac\w+|informativos?|anuncios?)\b"),
    (Nuance.NEW_NUMBER, r"\b(?:(?:mudei|troquei|mudou|trocou)(?: (?:de|o|meu|do))* (?:numero|telefone|celular|chip|zap)|(?:meu|do meu|no meu|pelo meu|num|de) (?:outro|novo) (?:numero|telefone|celular|chip|zap)|meu numero novo)\b"),
)  # fmt: skip

# What people ask clinics and salons for. A name that is in the catalogue is read as that and never gets here.
_ELSEWHERE = (
    r"\b(?:\w{2,}(?:plastia|aspiracao|pigmentacao|escultura|ectomia|pexia|modelacao)s?|lipo|silicone|protese|lifting|fios de \w+|fios? pdo|endolaser|"
    r"endolift|blefaro|rino|microblading|tatuagem|piercing|unhas?|manicure|pedicure|cabelo|escova|progressiva|mechas|luzes|tranca\w*|"
    r"clareamento(?: dental| dos dentes)?|aparelho (?:no dente|dental|ortodontico)|lentes? de contato(?: dental)?|dentes?|canal|implante\w*|bronzeamento|"
    r"bronze|maquiagem|penteado|ventosa|acupuntura|pilates|yoga|academia|fisioterapia|nutricionista|psicolog\w+|dermatologista|ginecologista|"
    r"ultrassom|exame de sangue|vacina|soroterapia|ozonioterapia|carboxiterapia|intradermoterapia|mesoterapia|radiofrequencia|"
    r"massagem relaxante|quiropraxia|barba|henna|brow lamination|lash lifting)\b"
)
_WANTED = r"\b(?:fa[zc]\w*|faco|marc\w+|agend\w+|quer\w*|queria|gostaria|preciso|preco|valor\w*|quanto|custa|tem|trabalha\w*|oferece\w*|realiza\w*|sobre)\b"
_SHORT = 3  # words: who says nothing but the name of a procedure asks for it
_HAD = r"\b(?:fiz|tenho|coloquei|uso|ja tive|operei|pos|depois d[aeo])(?: (?:uma?|a|o|minha|meu))* ?$"


def read_nuances(line: Line, *, named: bool, state: State) -> tuple[frozenset[Nuance], tuple[RuleHit, ...]]:
    """The nuances of a message, and the rules that saw them; `named` when it names a procedure of the catalogue."""
    found, hits = set(), []
    for nuance, pattern in RULES:
        match = line.find(pattern)
        if match and (named or nuance is not Nuance.ASKS_OFFER):
            found.add(nuance)
            hits.append(line.hit("nuances", match.start(), match.end(), nuance.value))
    other = None if named else line.find(_ELSEWHERE)
    asked = state is State.ASK_PROCEDURE or len(line.tokens) <= _SHORT or line.find(_WANTED) is not None
    if other and asked and not rx(_HAD).search(line.norm[: other.start()]):
        found.add(Nuance.UNLISTED)
        hits.append(line.hit("nuances", other.start(), other.end(), Nuance.UNLISTED.value))
    return frozenset(found), tuple(hits)
