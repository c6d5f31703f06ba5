"""Words that everybody uses whatever they want: none of them names a procedure or a person. Folded, as they are compared."""

from __future__ import annotations

import re

_WORDS = """
a o e os as um uma uns umas de do da dos das em no na nos nas num numa por para pra pro com sem que se ja so la ai ali ca aqui ao aos
eu tu ela ele elas eles voce voces vc vcs nos gente me te lhe mim ti comigo contigo meu minha meus minhas seu sua seus suas nosso nossa
isso isto esse essa esses essas este esta aquilo aquele aquela outro outra outros outras algo alguem nada ninguem tudo todo toda todos todas
algum alguma nenhum nenhuma cada qualquer mesmo mesma proprio tal tanto tanta quanto quanta quantos quantas qual quais quem quando como onde
porque pq pois mas ou nem tambem tb ate entre sobre desde depois antes agora hoje amanha ontem sempre nunca ainda logo cedo tarde noite dia
dias semana mes ano vez vezes hora horas minuto mais menos muito muita muitos pouco pouca bem mal bom boa bons otimo otima melhor pior maior
menor novo nova certo certa errado errada verdade claro assim entao tipo meio quase talvez nao sim ok oi ola obrigado obrigada valeu favor
desculpa beleza blz opa eita ah eh hein ne ta to tava ser estar ter haver ir vir ver dar fazer dizer saber poder querer dever ficar
passar falar achar precisar gostar conhecer entender pensar perguntar responder pedir mandar deixar chegar sair voltar comecar acabar tentar
sou e era foi fui seria esta estou estava estao tem tenho tinha teve tive teria vou vai vamos vao veio vim vejo viu vi da dou deu faz faco
fazem fez fiz diz disse sei sabe sabia pode posso podia quero quer queria gostaria gosto preciso precisa precisava fica fico acho acha achei
conheco entendi penso pensei pergunto peco pedi mando mandei deixa deixo chego voltei marcar agendar marca agenda marco remarcar cancelar
desmarcar confirmar horario horarios consulta consultas sessao vaga vagas procedimento procedimentos tratamento preco valor clinica
atendimento atendente pessoa pessoas moca moco amiga amigo prima primo mae pai filha filho irma irmao marido esposa namorado namorada vizinha
doutora doutor indicou indicacao interesse interessada interessado duvida pergunta ajuda informacao mensagem numero telefone coisa coisas
negocio jeito problema lugar casa trabalho vida mundo dinheiro confirmo confirma cancela deixa deixar manda mandar bate bater toca tocar
garantir separar segura bora vamos vamo pura demais beleza presenca comparecer comparecerei besta mantem mantenha fico aguardo aguarda aguarde mano mana fia
infelizmente mal negativo positivo capaz plantao impossivel pensando chefe direitinho verificar olhar consultar conversar duvida indecisa indeciso
espere espera enquanto aberto conseguir tiver desconto conta certinho milesima gostei amei adorei chegando indo vemos partiu nele nela dela dele
calma perai pera cade eita vixe oxente tche compromisso imprevisto viajando viagem viajar reuniao minutinho momento instante segundinho
"""
COMMON = frozenset(re.findall(r"\w+", _WORDS))
"""The words themselves."""

_STEM = 5
_STEMS = frozenset(word[:_STEM] for word in COMMON if len(word) >= _STEM)


def is_common(word: str) -> bool:
    """Whether a folded word says nothing by itself: too short, a laugh, or a form of a common one ("acharem" of "achar")."""
    return len(word) < 4 or len(set(word)) < 3 or word in COMMON or word[:_STEM] in _STEMS
