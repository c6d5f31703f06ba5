"""What only looks like the name of a procedure: words that are near one, and names said of something else."""

from __future__ import annotations

_OTHERS = """
botou botao botar boto fotos foto bote retornar retornou retorna retornei entorno limpar limpo limpando feeling peeling laboral avaliar avalia
avaliei avaliando avaliamos avaliaram harmonia preencho preenchi preenche massagens mensagem mensagens passagem lavagem paisagem montagem tatuagem
laser caser maser axila virilha virar filha familia prazer fazer trazer dizer laje depois depilo silencio auxilio dentro definido modelo
modelos moderada definitiva definitivo primeira primeiro primeiras consulta consultas gordura tirar congelar aumentar labios labio volume injetavel
facial fisica quimica diamante colageno avaliada avaliado formal formar informar reforma plataforma transforma transformar conforme preciso precise
bigode olheira olheiras hidratar micro ultra sobra sobrar bio fio estimular estimulo estimula skin lash cilada testa rugas ruga galinha ganhar chines
redutora medida medidas reduzir limpa preventivo pelos pelo hora hialuronico acido boca profunda drenar tecnica definicao preenchida retoma retomo
entornos acima detox torax latex avila exiba maxilar maxima faxina proxima proximo milho milhos filhos auxilios sexta texto baixo deixo caixa baixa
toxico toca racial glacial frenagem viagem vantagem salio saliu axioma silo sitio sitios silos sirio sirios simio simios bocado borrao bocal criou
simpatica lunatica climatica pilha pilhas pilhou bolos botoes boatos boato botes bobos brotos homenagem reagem treinarem imagem imagens assina assola
atila azula dedicacao desolacao derivacao destilacao armou armo toxica toxicos escultura esculpir escultural culatra desculpara reboque retome
retomei retoca lacera variacao aviacao ampliacao validacao afiliacao vigilia estimulante remodelacao amenizar harmonica harmoniosa agonizar harmonias
coragem colagem colagens colegio colega corajosa corajoso moderador modulador crioulo reformou axial dispor culpara esculpida esculpiram toxinas renascem caloteiro leiloeiro prince designa designou designer alinhas drena drenou
"""
OTHERS = frozenset(_OTHERS.split())
"""Folded words that are words themselves, or mean something else here, so that none of them is a slip of a name. Found by asking a lexicon for
every frequent word that would otherwise be read as a name of the usual catalogue."""

# "aguardo retorno" and "avaliação no google" are no procedures.
NOT_NAMES: tuple[str, ...] = (
    r"\b(?:aguardo|aguardando|esperando|espero|dar|da|me de|(?<!consulta )(?<!sessao )(?<!avaliacao )(?<!horario )(?<!visita )(?<!dia )(?<!h )de|deu|dao|sem|tive|tiver|obtive|um|qualquer|seu|algum|fico no aguardo d[eo])(?: (?:um|o|seu|algum|de|do))? retorno\b(?! (?:d[aeo] (?!voces?|vcs?)|marcad|gratis|gratuito|em|com|pra|para|quinta|sexta|segunda|terca|quarta|sabado|amanha|dia|que))",
    r"\b(?:obrigad\w+|agradec\w+|grat[ao]|valeu) (?:pelo|o|por|pela) (?:seu )?retorno\b|\blaser (?:pra|para|de|na) tatuagem\b|\btatuage(?:m|ns) (?:a|com|no) laser\b",
    r"\bherpes labial\b|\b(?:medo|pavor|panico|fobia|horror|tem|usa) (?:d[aeo]s? )?agulhas?\b",
    r"\bcolageno (?:em (?:po|capsulas?)|hidrolisado|(?:do|de|da) (?:creme|po|farmacia)|verisol|tipo \d|bebivel)\b",
    r"\b(?:tom\w+|beb\w+|compr\w+|us[oaei]\w*|perd\w+|pouco|falta(?: de)?|sem|suplement\w+(?: de)?|creme(?: de| com)?|produ[zc]\w+(?: de)?|nivel de|meu|tem) (?:muito |mais |o |meu |um )?colageno\b(?! (?:injet|no rosto|na (?:pele|face)|\?))",
    r"\bench\w+ (?:o |a )?(?:saco|cara de|paciencia|linguica|pneu|tanque|bola|balde|agenda|barriga de)\b",
    r"\b(?:te|lhe|ti|vos|eu|que eu|ja|logo) retorno\b|\b(?:ver|verificar|verifico|olhar|olho|vejo|pensar|penso|conferir|confiro|consultar|perguntar|pergunto|decidir|decido|ja|logo|depois) (?:e |ja |com \w+ \w+ e )*retorno\b|\bretorno (?:o contato|a ligacao|a mensagem|em breve|assim que|mais tarde|depois(?! d[aeo])|amanha|ja)\b",
    r"\b(?:avaliacao|avaliacoes)(?: (?:de|da|das) (?:voces?|clinica|clientes|pacientes|gente))? (?:no|do) (?:google|insta|instagram|face|facebook|site|doctoralia)\b|\bavaliac(?:ao|oes) (?:negativa|positiva|ruim|boa|otima)s?\b",
    r"\bdesign (?:d[aeo]s? )?(?:interiores?|moda|unhas?|grafico|produtos?|casa|moveis|joias|site)\b",
    r"\b(?:meus?|seus?|h|horario|momento|dia|area|opcao) (?:de )?lazer\b|\blazer (?:d[aeo]|com)\b",
    r"\blimpeza (?:d[aeo]s? )?(?:clinica|sala|banheiro|ambiente|lugar|espaco|casa|sofa|sofas|estofad\w+|carro|ar|chao|caixa|piscina|escritorio|predio|vidros?|roupa|colchao|tapete)\b",
    r"\bpreench\w+ (?:[a-z]+ ){0,2}?(?:papel|papeis|papelada|cadastro|fichas?|formularios?|dados|termo|documentos?|questionario|anamnese|vagas?)\b",
    r"\b(?:dor(?:es)?|dolorid\w+|doendo|doi|caroco|bolinha|coceira|coca\w*|cocando|manch\w+|suor|suo|suando|inchac\w+|ferida|nodulo|ardendo|ardencia)(?: [a-z]+){0,2} (?:na|no|nas|nos|da|do|das|a|as|o) (?:axilas?|virilhas?|buco)\b",
    r"\bclare\w+ (?:(?:de|da|a|as|na|nas|das|minhas?|partes? intimas? e|regiao) )*(?:axilas?|virilhas?|buco)\b",
    r"\b(?:melasmas?|manch(?:as?|inhas?)|vasinhos?|estrias?|cicatriz\w*)(?: (?:n[oa]s?|d[eoa]s?|rosto|pele|pernas?|face|cara|corpo|barriga|sol|tem|faz(?:em)?|da|voces|tir\w+|com|pra|para|,|-)(?= ))* laser\b|\blaser (?:(?:de|para|pra|pro|em|que|tir\w+|clare\w+|[oa]s?|n[oa]s?|meus?|minhas?) )+(?:melasmas?|manch(?:as?|inhas?)|vasinhos?|estrias?|cicatriz\w*)\b",
    r"\bbotox capilar\b|\b(?:massagem|massagens) (?:relaxante|tantrica|erotica|com final)\b|\blaser (?:co2|tatuagem)\b|\bremocao (?:de|a) (?:tatuagem|laser)\b|\barea de laser\b|\blimpeza (?:de )?(?:dente|dental|dos dentes|da casa)\b|\bcorte de cabelo\b|\bmensagem\b",
)
