"""What a message means in view of what is booked, held or said before: each way in which it is read again, in their order.

A rereading answers nothing. It gives the message back as what it is here ("esse é da Duda" is a name put right, where a consulta
was just booked), or as it was; so whoever answers needs no case of its own for it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from anna.flows.moves import Move
from anna.turns.acting import Acting
from anna.turns.aside.astray import helped_out
from anna.turns.asked import Asked
from anna.turns.booked.beside_hold import beside_hold
from anna.turns.booked.her_own_time import her_own_time
from anna.turns.booked.of_the_two import one_of_two
from anna.turns.booked.one_more import one_more, wishes_that_too
from anna.turns.booked.priced_choice import priced_choice
from anna.turns.booked.renaming import renames
from anna.turns.booked.still_there import still_there
from anna.turns.booked.taken_off import takes_one_off
from anna.turns.booked.thinks_it_stands import thinks_it_stands
from anna.turns.booked.two_times import later_for_the_other, without_either
from anna.turns.going import leaves_it, not_for_us
from anna.turns.handoff.nothing_booked import confirms_for_another
from anna.turns.remembering import taken_again

Rereading = Callable[[Move, Asked], Awaitable[tuple[Move, Asked]]]

REREADINGS: tuple[Rereading, ...] = (
    not_for_us,
    helped_out,
    taken_again,
    still_there,
    renames,
    one_of_two,
    one_more,
    wishes_that_too,
    takes_one_off,
    her_own_time,
    beside_hold,
    thinks_it_stands,
    leaves_it,
    priced_choice,
    confirms_for_another,
    without_either,
    later_for_the_other,
)
"""Each sees what those before it made of the message."""


async def reread(acting: Acting) -> Acting:
    """The turn with its message as what it means here."""
    for reads in REREADINGS:
        acting = acting.on(*await reads(acting.move, acting.asked))
    return acting
