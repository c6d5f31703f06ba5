"""Words of one subject: what a clinic writes in one word, patients ask in another.

Folded. A subject is no answer: it only says that two words ask about one thing. What no clinic may have written about is listed all the
same, because a word that is understood and stands nowhere is what keeps a wrong answer from being given.
"""

from __future__ import annotations

from collections.abc import Mapping

SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "@lugar": (
        "endereco", "localizacao", "localizar", "localizada", "fica", "ficam", "chegar", "chego", "rua", "avenida", "bairro", "mapa",
        "cep", "sala", "andar", "situada", "situado", "maps", "gps", "zona",
    ),
    "@carro": ("estacionamento", "estacionar", "carro", "moto", "garagem", "valet", "manobrista", "parar", "paro", "uber", "veiculo"),
    "@bicicleta": ("bicicleta", "bike", "paraciclo", "bicicletario"),
    "@pagamento": (
        "pagamento", "pagar", "pago", "pgto", "parcelar", "parcela", "dividir", "prestacao", "cartao", "credito", "debito", "pix",
        "dinheiro", "especie", "cheque", "boleto", "transferencia", "visa", "mastercard", "elo", "juros", "maquininha", "vista",
        "carne", "crediario", "amex", "hipercard", "transferir",
    ),
    "@vezes": ("vezes", "x"),
    "@convenio": (
        "convenio", "plano", "planos", "saude", "unimed", "bradesco", "amil", "sulamerica", "hapvida", "cassi", "geap", "notredame",
        "particular", "cobertura", "carteirinha",
    ),
    "@horas": (
        "horario", "hora", "horas", "h", "funcionamento", "funciona", "funcionam", "abre", "abrem", "aberta", "aberto", "fecha",
        "fecham", "fechada", "expediente",
    ),
    "@desmarcar": (
        "desmarcar", "desmarco", "cancelar", "cancelamento", "remarcar", "remarcacao", "adiar", "reagendar", "desistir",
        "antecedencia",
    ),
    "@atraso": ("atraso", "atrasar", "atrasada", "atrasado", "tolerancia", "tolera", "toleram"),
    "@companhia": (
        "acompanhante", "acompanhar", "acompanhada", "acompanhado", "marido", "esposo", "esposa", "namorado", "namorada", "mae", "pai",
        "avo", "vo", "irma", "irmao", "amiga", "amigo", "companhia", "sogra", "colega", "sobrinha", "tia", "prima",
    ),
    "@crianca": ("crianca", "filho", "filha", "bebe", "neto", "neta", "menino", "menina", "nenem"),
    "@acesso": (
        "acessibilidade", "acessivel", "acesso", "cadeirante", "cadeira", "rodas", "rampa", "escada", "escadaria", "elevador",
        "deficiente", "muleta", "andador", "adaptado", "terrea", "terreo",
    ),
    "@levar": ("levar", "trazer", "traga", "trago", "junto"),
    "@reembolso": ("reembolso", "reembolsar"),
    "@recibo": ("recibo", "comprovante"),
    "@nota": ("nota", "fiscal", "nf"),
    "@sinal": ("sinal", "entrada", "deposito", "caucao"),
    "@metro": ("metro", "estacao", "onibus", "trem"),
    "@perto": ("perto", "proximo", "proxima", "referencia", "lado", "frente", "esquina", "vizinho", "proximidade"),
    "@predio": ("predio", "edificio"),
    "@dor": ("dor", "dores", "doi", "doem", "doer", "dolorido", "dolorida", "doloroso", "dolorosa", "anestesia", "anestesico"),
    "@tiquete": ("tiquete", "ticket", "tiket"),
}  # fmt: skip
