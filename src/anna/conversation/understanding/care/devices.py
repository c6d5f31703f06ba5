"""What a device, or a hand that holds one, did to somebody while she was treated, as phrases: a shock, a burn, a cut, and a cut that comes open. Told, never asked."""

from __future__ import annotations

DEVICES = """
levei|tomei|recebi|senti|deu|deram ?um ?uns ?me choque*|descarga ... DEVICE|sessao|depilacao|procedimento|clinica|ai NO_SHOCK
DEVICE ... deu|dava|tava|dando|deram|me|ficou ?um ?uns ?dando choque*|descarga NO_SHOCK
levei|tomei|recebi ?um ?uns choque* eletric*
choque eletrico ~ ? ~ tratamento|terapia
me cortou|cortaram|rasgou|rasgaram|arranhou|arranharam|feriu|espetou|espetaram|beliscou|perfurou NO_CUT
fui|sai cortada|cortado|rasgad*|perfurad* ... DEVICE|sessao|depilacao|clinica|ai|lamina|bisturi|gilete|alicate|tesoura
lamina|bisturi|gilete|alicate|tesoura|pinca ... cortou|rasgou|feriu|furou|perfurou ~ cabelo|franja|unha|ponta*|sobrancelha ~ em casa
me cortei|machuquei|queimei|feri|furei ... DEVICE|ai|clinica|cama|porta|sala|recepcao|sessao ~ em casa|sozinha ~ cortei .. cabelo|franja
DEVICE caiu|cairam|despencou ?em ?no ?na ?cima ?de mim|rosto|cara|perna|pe|olho|testa|cabeca|braco|barriga
DEVICE explodiu|estourou|incendiou|pifou ... mim|rosto|pele|perna|queim*|machuc*
DEVICE pegou fogo
DEVICE .. me queimou|queimaram|machucou|feriu|furou ~ medo|vai|pode|sera
corte|incisao|sutura|cesarea|costura ?da ?do ?de ?minha ?meu ?cirurgia ?lipo ?cesarea ?abdominoplastia ?que ?eu ?fiz ?ta ?esta ?se ?meio ?ja abriu|abriram|abrindo|aberto|aberta|rompeu|vazando|minando ~ medo|pode|sera|se ?o
me queim* .. DEVICE|sessao|depilacao|cera|ai ~ sol|praia|forno|panela|cafe|ferro
"""

_NO_SHOCK = "~ preco*|valor*|noticia*|orcamento|resultado|conta|boleto|susto ~ onda|ondas|tratamento|terapia choque* ~ medo de choque*"
"""A shock that is none: at a price, at news, and waves that are a treatment."""

_NO_CUT = "~ cabelo|franja|lista|agenda|ponta*|assunto|papo|conversa|energia|luz|ligacao|fila|unha* ~ coracao ~ cachorr*|gato|gata|cozinha|faca ~ em casa ~ PARTNER"
"""What is cut without a wound, or not here."""

DEVICES = DEVICES.replace("NO_SHOCK", _NO_SHOCK).replace("NO_CUT", _NO_CUT)
