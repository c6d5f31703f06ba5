"""Violence that somebody suffers, as phrases: at home, sexual, or under threat. The hand that hurts is no treatment gone wrong."""

from __future__ import annotations

VIOLENCE = """
estupr*
fui|sou|sendo|sido|era abusad*|violentad*|espancad*|agredid*|molestad*|ameacad*|perseguid* ~ telefone|robo|ligac*
sofri|sofro|sofrendo|sofria|vitima .. abuso|abusos|agressao|agressoes|estupro|violencia|assedio|ameaca|ameacas ~ preco|valor
violencia domestica|sexual|fisica|psicologica
abuso sexual
abuso|agressao .. casa|marido|namorado|padrasto|pai|ex
medida protetiva
AGGRESSOR .. me ASSAULTS ~ bateu|bate .. saudade|vontade|duvida|curiosidade|fome|sono|medo|preguica|papo ~ ameac* .. cancelar|separar ~ me bateu .. carro|moto|cabeca ~ procon|processar
me ASSAULTS em|na|no|de ?minha casa|cara|rosto|soco|murro|tapa|cinto ~ saudade|vontade|duvida ~ sol|forno|laser|cera|panela|ferro
AGGRESSOR ... bate|batendo|bateu|espanc* em|na|nos|no mim|minha ?mae|filha|filhos|irma ~ carro|porta
AGGRESSOR .. NOT .. deixa|deixam ?eu|me sair|falar ... casa|ninguem|sozinha|quarto ~ sair .. trabalho
NOT .. deixa|deixam ?eu|me sair de|da casa ~ chuva|medico|febre|dor
trancad*|presa|presos casa|quarto ... medo|ele|marido|namorado|ex ~ chuva|chave ~ covid|gripe|dengue
AGGRESSOR .. me forca|forcou|obriga|obrigou ?a ?fazer ?ter transar|sexo|relacao|relacoes|deitar
apanhei|apanho|apanhando|apanhava ~ chuva|sol|vento|trem|onibus|uber|encomenda|flores|fruta* ~ cabelo|computador|celular|tecnologia
levei|levo|tomei .. soco|murro|surra|tapa|facada|tiro|chute|porrada ~ preco|cara|vida|susto
ele|marido|ex|namorado .. vai|quer|disse|jurou ?que ?ia me matar|bater ~ rir
medo .. marido|namorado|ex|padrasto|companheiro ... bater|matar|bate|mata|machuc*|agre*|viol*
"""
