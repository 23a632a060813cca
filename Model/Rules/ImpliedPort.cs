using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// The port that a socket gets when none is named (P1, P3, P4, G2, G3): the first free one of its range, going round
/// from the one after the port given last.
/// </summary>
internal static class ImpliedPort
{
    /// <summary>
    /// For a socket that nothing binds (connect, listen, sendto): its prison's address if it has one, else none.
    /// </summary>
    public static Denial? WhyNone(ref Hearing hearing, Process caller, ref State state, ref Socket socket)
    {
        if (state.Network.Own.IsEmpty)
        {
            return new Denial(Errno.EADDRNOTAVAIL, Rule.NoAddresses);
        }

        if (socket.Prison is { } prison)
        {
            if (PrisonAddress.WhyUnusable(state, prison) is { } denial)
            {
                return denial;
            }

            hearing.Use(Rule.ImpliedPrisonAddress);
        }

        return WhyNone(ref hearing, caller, ref state, ref socket, socket.RestingAddress);
    }

    /// <summary>With the local address given. Moves the range's cursor to the last port considered.</summary>
    public static Denial? WhyNone(
        ref Hearing hearing, Process caller, ref State state, ref Socket socket, Ipv4 local)
    {
        PortRangeOption range = socket.Range;
        if (range == PortRangeOption.IP_PORTRANGE_LOW && !hearing.Grants(caller, Privilege.LowRange))
        {
            return new Denial(Errno.EPERM, Rule.LowRangeDenied);
        }

        var round = new Round(state.RangeOf(range), state.CursorOf(socket.Protocol, range));
        ushort port = 0;
        bool found = false;
        for (int i = 0; i < round.Count && !found; i++)
        {
            port = round[i];
            found = LocalUse.IsFree(state, socket.Protocol, new Endpoint(local, port), socket.Shuns);
        }

        int cursor = State.CursorIndex(socket.Protocol, range);
        state = state with { Cursors = state.Cursors.SetItem(cursor, port) };
        if (!found)
        {
            return new Denial(Errno.EAGAIN, Rule.PortsExhausted);
        }

        if (PortMemory.IsShort(state, socket.Protocol, port))
        {
            return new Denial(Errno.EAGAIN, Rule.PortMemoryShort);
        }

        hearing.Use(round.RuleFor(range));
        socket = socket with { Local = new Endpoint(local, port) };
        state = state.With(socket);
        return null;
    }

    /// <summary>Every port of a range once, from the one after the cursor round to the cursor.</summary>
    private readonly struct Round((int First, int Last) range, int cursor)
    {
        private readonly int _direction = range.First > range.Last ? -1 : 1;

        public int Count => Math.Abs(range.First - range.Last) + 1;

        /// <summary>The port at a place; a cursor outside the range counts as the range's last port.</summary>
        public ushort this[int place] => (ushort)(range.First + _direction * ((Start + place) % Count));

        private int Start
        {
            get
            {
                int index = (cursor - range.First) * _direction;
                return index >= 0 && index < Count ? index + 1 : 0;
            }
        }

        public Rule RuleFor(PortRangeOption option) => option switch
        {
            PortRangeOption.IP_PORTRANGE_HIGH => _direction < 0 ? Rule.PortHighDown : Rule.PortHighUp,
            PortRangeOption.IP_PORTRANGE_LOW => _direction < 0 ? Rule.PortLowDown : Rule.PortLowUp,
            _ => _direction < 0 ? Rule.PortDefaultDown : Rule.PortDefaultUp,
        };
    }
}
