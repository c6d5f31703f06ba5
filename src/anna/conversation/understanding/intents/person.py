"""Whether somebody asks for a person. "Quero falar com gente" does; "tem alguém aí?" and "a atendente foi ótima" do not."""

from __future__ import annotations

from functools import cache

from anna.commands import RuleHit
from anna.conversation.understanding.text.families import FAMILIES
from anna.conversation.understanding.text.line import Line
from anna.conversation.understanding.text.phrases import Phrases

# One's own physician or husband is nobody of the clinic's; who was spoken with is not asked for.
_OTHERS = """
meu|minha|meus|minhas marido|esposa|mae|pai|medic*|dermato*|doutor*|dra|dr|chefe|gerente|irma*|filh*|namorad*|noiv*|familia|ginecolog*|cardiolog*|obstetra|advogad*|contador*|secretaria|patroa|patrao
com meu|minha ANY
bot|robo|voce|maquina com|e
como|quando|se falo|falar com gente
alguem|pessoa|profissional|doutora|medica|gente ... olh*|avali*|analis*|veja|visse|examin* .. BODY|caso|mancha*|acne
SHE vai|vao|ia falar|conversar ?com ?voces
SHE ?ja vai|vao|ia|pode|podia|poderia|consegue chamar|falar|conversar|escrever ?mensagem com|para|pra ?a ?o voces
SHE ?ja pode|podia|poderia chamar voces
SHE .. NOT quer|gosta|pode|consegue ?de falar|conversar|escrever com|para|pra voces
"""

_ASKS = """
chama|chame|bota|bote|poe|coloca|manda|passa|traz ... falar|conversar|resolver comigo ~ chama|chame de
chama|chame|bota|poe|passa ANY pra|para mim ~ uber|taxi|carro|horario|dia|segunda|terca|quarta|quinta|sexta|sabado|preco|endereco|valor|telefone|numero|localizacao|pix|chave|link|foto
so|apenas|somente trato|falo|converso|resolvo|acerto|faco com a|o|as|os ANY ~ laser|botox|cartao|pix
ela|ele ?ja ?que me conhece|entende|atende ?sempre ~ marido|filh*|mae|amiga & cade|quero|preciso|chama|prefiro|falar|acertar
ela|ele .. sabe .. caso|historia|historico|situacao & cade|quero|preciso|chama|prefiro|falar|acertar
com ela|ele ?que ?eu marco|falo|resolvo|acerto|trato ~ marido|filh*|mae
quero|queria|preciso|prefiro|gostaria acertar|combinar|resolver ?tudo com a|o ANY
preciso|quero|queria|posso|deixa|gostaria falar|conversar|acertar|resolver com ela|ele & PERSON|cade ~ antes|primeiro|marido|depois|filh* ~ minha mae|irma|amiga
trocar|dar|bater|levar|ter ideia|palavrinha|palavra|prosa|prosinha|papo com
da|de|faz|dar|deem ?uma ?um ligada|ligadinha|ligacao|telefonema ~ NOT ~ se|caso|quando ~ antes
da|dar|de|faz ?um toque .. telefone|ligacao
cristao|vivente|gente|alguem|pessoa ?ai pra|para me atender|ajudar|responder|socorrer|explicar ~ hoje|amanha|sabado|segunda|terca|quarta|quinta|sexta|dia
^ me ?por ?favor transfere|transfira|transferir|atende|atenda $
atend* por ?um ?uma PERSON
TALK ?isso ?disso ?disto ?direto ?diretamente ?pessoalmente com ?so ?algum ?alguma ?outra ?outro ?ser ?os ?as PERSON ~ ontem|semana|passad* TALK
explicar|contar|falar ?isso ?por ?voz pra|para ?uma ?um ?algum pessoa|alguem|gente|humano
TALK .. com ... verdade|carne|real|osso ~ e|voce ?uma pessoa
passa|passe|passar|transf*|encaminh*|conecta|conecte|direciona|direcione|redireciona|redirecione|coloca|coloque|bota|bote|poe|ponha|chama|chame|chamar|chamem|manda|mande|traz|traga|aciona|acione|joga|repassa|repasse ?direto ?ai ?algum ?alguma ?outra ?ser PERSON|setor ~ por mim|gente ~ que voces ~ me chama|chame de
pode|podem|poderia|podia|favor transferir|transfere|encaminhar $
quero|preciso|exijo|prefiro|queria|gostaria|cade|desejo|aceito ?de ?um ?uma ?so ?algum ?ser humano*|pessoa|atendente*|alguem ~ pessoas ~ preciso|quero .. alguem ?pra|para ?me levar|acompanhar|buscar
quero|preciso|exijo|prefiro|queria|cade gente .. verdade|real|carne|humana
humano|humana|gente|pessoa|alguem|atendente real|verdade|carne|humano ~ e|voce|seria pessoa|humano|gente
atendimento|suporte|ajuda humano|humana|humanizado|pessoal
contato|atendimento de|do|da|dum atendente*|humano|pessoa|gerente*|responsave*
isso ?direto com PERSON ~ contente|feliz
me da|de|arruma|arranja|arrume pessoa|humano|atendente|alguem
poe|coloca|bota|ponha|linha com PERSON
chama|chame|chamem|chamar|passa|passe|traz .. gente|alguem|humano|pessoa ~ me chama|chame ~ numero|endereco
PERSON ?, pode|podem chamar
cade ?o ?a PERSON ~ cade gente|voces|equipe
com quem manda|decide|resolve|responde
quero|preciso|exijo|queria|cade ?um ?uma ?o ?a responsave*|gerent*|supervisor*|encarregad*
^ ?quero ?queria ?falar ?com ?a ?o ?um ?uma atendente*|humano|gerente|recepcao|recepcionista|secretaria|responsavel|supervisor*|dona|coordenador*|doutora ?da ?clinica $
alguem ?ai ?da ?clinica pode|poderia|consegue|podia ~ NOT ~ me|que|saber|dizer|informar alguem
alguem .. entenda|entende|saiba ... responder|explicar|ajudar|assunto
PERSON ?mesma me chamar|ligar|ligue|chame ~ NOT .. me chamar|ligar ~ quem
pessoa|moca|alguem|gente|atendente|humano pra|para ?eu ?mim falar|tirar|conversar|perguntar ~ levar
robo|bot|maquina nao ,|.|!
robo|bot|maquina nao $
alguem .. possa|pudesse ?me atender|ajudar|responder|explicar|orientar
alguem ?ai ?me ?pode ?pra|para liga|ligue|ligar|atende|atenda|atender|ajuda|ajude|ajudar|responde|responda|responder|socorre|explica|explique ~ ninguem
preciso|quero|queria|gostaria|prefiro .. atendid* .. pessoa|alguem|humano|gente|medic*|doutor*
me|pra|para|por liga|ligue|liguem|ligar|ligarem ~ liga|ligue|ligar|liguem ?so se|caso|quando|qualquer|tarde|noite|amanha ~ qualquer coisa ~ NOT me liga|ligue|liguem|ligar ~ nao precisa .. ligar ~ quem .. ligar
liga|ligue|liguem pra|para mim|ca|eu|ela|ele|nos ~ NOT liga|ligue|liguem
retorn*|aguardo|espero|esperando|quero|preciso ?uma ?sua ?por ?de ligacao|telefonema ~ NOT .. ligacao|telefonema
falar|conversar|falo|resolver .. telefone|ligacao|voz|pessoalmente ~ preciso falar .. telefone ... qual
NOT quero|aguento|gosto|suporto|falo|vou|curto|confio ?mais ?falar ?falando ?conversar ?com ?de ?em robo|bot|maquina|computador|ia|gravacao
cansei|chega|odeio|detesto|saco|cansad*|farta|farto|conta|guento|paciencia ... robo|bot|maquina|computador|automatic*|gravacao|chatbot
robo|maquina|bot|chatbot|ia|computador .. NOT .. entende|resolve|ajuda|serve|resolvendo|entendendo
voce NOT .. entende|entendendo|resolve|resolvendo ... alguem|pessoa|gente|humano
sem ser|falar ?com robo|bot|maquina
com quem .. falo|trato|resolvo|falar|resolver ... sobre|pra|para
quero|queria|preciso|posso|pode|gostaria|pra|para|deixa|consigo ?eu ?de falar|conversar ?direto com a|o|dra|dr|as|os ANY ~ com a|o bot|robo|assistente
fala|falar|conversa serio ... pessoa|alguem
tem ?como ?algum ?alguma ?ser pessoa|humano|atendente|gente ... TALK|atend*|ajud*|respond*|escrev*|ligar ~ e|voce pessoa
ser humano ... respond*|atend*|ajud*|escrev* ~ e|voce|tu ser
prefiro|quero|queria|vou|gostaria ... pra|para ?uma ?um ?algum ?alguma pessoa|atendente*|humano|alguem|gerente|recepcionista|dona ~ levar|acompanhar|ajudar
contato ?do ?da ?de encarregad*|responsave*|dpo
tratar|resolver|falar ... com ?um ?uma ?o ?a responsave*|encarregad*
"""

FAMILY = {
    **FAMILIES,
    "TALK": "falar conversar falo conversa conversar fala fale tratar resolver contato contatar atendid* atendimento negociar dialogar comunicar comunicacao papo trocar bater falando conversando resolvo discutir explicar contar combinar acertar falar",
    "PERSON": "pessoa pessoas alguem atendente* gente humano* humana* cristao vivente doutor* dr dra medic* responsave* gerent* secretaria recepcao recepcionista* dono dona profissiona* equipe "
    "esteticista* supervisor* coordenador* moca funcionari* dermato* enfermeir* consultor* vendedor* encarregad* diretor* chefe financeiro suporte biomedic* voces proprietari* especialista* tecnic* colaborador* operador*",
}  # fmt: skip

RULES = (_OTHERS, _ASKS)


@cache
def _grammar() -> Phrases:
    return Phrases(FAMILY, RULES)


def read_person(line: Line) -> RuleHit | None:
    """The rule hit of a wish for a person, None without one."""
    grammar = _grammar()
    for found in tuple(grammar.all(line)):
        if found.rule == 0:
            line = line.hide(found.start, found.end)
    wish = min((f for f in grammar.all(line) if f.rule == 1), key=lambda f: f.start, default=None)
    return None if wish is None else line.hit("person.asked", wish.start, wish.end, "human")
