"""Given names: those that are known without a capital letter, and the short ones that are no other word."""

from __future__ import annotations

_KNOWN = """
adriana alexandre alice aline alzira amanda ana anderson andre andreia angela antonio aparecida beatriz bia bianca bruna bruno camila carina carla
carlos carolina cecilia claudia claudio conceicao cristiane dalva daniel daniela debora diego duda eduarda eduardo elaine eliane elza ester esther
fabiana fabio fatima felipe fernanda fernando flavia francisco gabi gabriel gabriela guilherme gustavo helena heloisa igor ingrid iracema isabela
isabella isadora ivone jaqueline jessica joana joao jorge jose julia juliana jurema karina kelly larissa laura leandro leonardo leticia livia lorena
lourdes luana lucas lucia luciana luis luiz luzia malu manuela marcelo marcia maria mariana marina marta mateus matheus melissa michele milena monica monique
murilo nair nanda natalia neide neusa nicole odete olivia pamela patricia paula paulo pedro priscila rafael rafaela raimunda raquel rebeca regina
renata ricardo roberto rodrigo rosangela roseli sabrina samuel sandra sergio severina silvana simone sofia solange sophia sueli tais tania tatiane
terezinha thais thiago tiago valentina vanessa veronica victor vilma vitor viviane yasmin zuleide
alessandra amelia angelica antonia anita aparecido arthur artur augusto barbara benedita benedito bernardo bernadete caio cassia catarina celia cicera cicero cintia
clara clarice cleide cristina cristiano dalila damiana danilo davi dayane deise denise dirce dirceu dulce edilene edilson edna edson eduarda elenice eliana elisa elisangela
elizabete elizabeth elisabete emanuel emanuele emerson emilia enzo erica erika estela eunice eva evandro everton fabricio geraldo gerson gilberto giovana giovanna gisele giselle
glaucia graziela guiomar heitor henrique hilda hugo iara ines iolanda irene isaura ivan ivana ivete ivonete jandira janaina janete jefferson joaquim joaquina joelma jordana
josefa josiane joyce juvenal kamila katia kauan keila laercio lais lauro leda leila leonor lidia ligia lilian lorenzo luciane luciene lucimara luiza luisa luzinete magali maicon
marcela marcio margarete margarida marilene marilia mariluce marisa marli marlene mauricio mauro michel miguel miriam mirela morgana nathalia natalie nathan nazare neuza nelson nilza
nivaldo noemi odair olga osvaldo otavio pietro poliana rafaelle raul reginaldo reinaldo renan rita roberta robson rogerio ronaldo rosana rosane rosemeire rosilene rute ruth samara
sebastiana sebastiao selma sheila sidnei silvia sirlei sonia stefany suelen suzana tamires tamara tatiana telma tereza teresa theo tiane ulisses ursula valdir valeria vanda vanderlei
vania vera vinicius virginia vitoria vivian wagner walter wanderson wellington wesley willian yara yasmim yolanda yuri zelia zenaide zilda zoraide
cida cidinha nilda nilce nilza tati zefa lurdes lurdinha carol gislaine gleice josi jucara leninha marinalva marilda marinete micaela milene nadia nadir osmarina rosemary rosilda
suzi valquiria wanda doralice dulcineia edileuza elvira ilda ilza jacira judite laila leonice lucineide madalena maira marineide nubia palmira ritinha sirlene taina talita zenilda zulmira
odila lena elzira odilia ondina otilia dinora elida elis enedina ermelinda eulalia eugenia eugenio evelyn evelin filomena flaviana genesia genilda
gertrudes gilda gilmar gilson gilvan giovani hortencia iasmin ieda ilma iraci ismael itamar ivanilda ivania izabel izabela jadir jair jandir joceli
joice jonas jonatas josue jucelia juscelino kaique katiuscia kauane kelvin laerte larisa leonel leonidas leopoldo liliane liliana lindalva lisandra
lizandra luciano lucimar lucio manoel manoela manuel marcelina marcilene mariza marisol marivalda maristela marineuza mayara maysa milton moacir moises
nathaly natanael nicolas nicoly odilon olivio oscar osmar palmiro paola pascoal quiteria raissa ramon raiane rayane regiane regis ricardina robertina
romulo ronilda rosalia rosalina rosalva rosimeire rosimar rosemeri rosenilda rosineide ruan rubens salete samanta sarah sergina severino sibele silene
silvio stefani stephanie stella sueleny suzane taisa tarcisio tassia tainara thalita thaina thayna teodora teodoro tercilia uiara valdete valdira
valdemar valdinei valdirene valdomiro vanderleia vanilda vicente vilson walkiria waldemar welington wilma wilson yago zaira zelita zeneide zilma zilmar
zuleica zulmir
"""
_SHORT = """
ada ana ari bel ben bia dan davi edu eli eva gal gil gui ian isa ivo ivy iza jaq jo ju kim lea leo lia lis lu lua luz max mel mia nei ney noa rai ray
rui sol tai tom ze
"""
KNOWN = frozenset(_KNOWN.split())
"""Folded; common, and no other word of these conversations."""
SHORT = frozenset(_SHORT.split())
"""Of fewer than four letters."""
