using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// The choice of a port if the call names none (P1, P3, P4, G2, G3): the first free port of the range, starting after
/// the port chosen last and wrapping around.
/// </summary>
internal static class ImpliedPortRules
{
    public static readonly Rule ImpliedPrisonAddress = new(
        "J2.implied-address", "An implied bind in a prison takes the prison's address.", "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule LowRangeDenied = new(
        "P1.low-denied", "Choosing a port from the low range fails with EPERM for all but the superuser.", "D9");
    public static readonly Rule PortsExhausted = new(
        "P4.exhausted",
        "Choosing a port fails with EAGAIN if every port of the range is in use; the socket stays unbound.",
        "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule PortDefaultUp = new(
        "P3.default-up", "In the default range, counting up, the search continues after the port chosen last.",
        "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule PortDefaultDown = new(
        "P3.default-down", "In the default range, counting down, the search continues after the port chosen last.",
        "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule PortHighUp = new(
        "P3.high-up", "In the high range, counting up, the search continues after the port chosen last.",
        "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule PortHighDown = new(
        "P3.high-down", "In the high range, counting down, the search continues after the port chosen last.",
        "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule PortLowUp = new(
        "P3.low-up", "In the low range, counting up, the search continues after the port chosen last.",
        "netinet/in_pcb.c:in_pcbbind");
    public static readonly Rule PortLowDown = new(
        "P3.low-down", "In the low range, counting down, the search continues after the port chosen last.",
        "netinet/in_pcb.c:in_pcbbind");

    /// <summary>
    /// Binds an unbound socket (connect, listen, sendto) to its prison's address, or to none, and a chosen port; or
    /// says why not.
    /// </summary>
    public static Denial? BindDenial(ref CallCheck check, Process caller, ref State state, ref Socket socket)
    {
        if (state.Network.Own.IsEmpty)
        {
            return new Denial(Errno.EADDRNOTAVAIL, BindRules.NoAddresses);
        }

        if (socket.Prison is { } prison)
        {
            if (PrisonAddressRules.AddressDenial(state, prison) is { } denial)
            {
                return denial;
            }

            check.Use(ImpliedPrisonAddress);
        }

        return BindDenial(ref check, caller, ref state, ref socket, socket.RestingAddress);
    }

    /// <summary>
    /// Binds to the given local address and a chosen port, or says why not. Moves the range's cursor to the last port
    /// tried.
    /// </summary>
    public static Denial? BindDenial(
        ref CallCheck check, Process caller, ref State state, ref Socket socket, Ipv4 local)
    {
        PortRangeOption range = socket.Range;
        if (range == PortRangeOption.IP_PORTRANGE_LOW && !check.Grants(caller, Privilege.LowRange))
        {
            return new Denial(Errno.EPERM, LowRangeDenied);
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
            return new Denial(Errno.EAGAIN, PortsExhausted);
        }

        if (PortMemoryRules.IsShort(state, socket.Protocol, port))
        {
            return new Denial(Errno.EAGAIN, PortMemoryRules.PortMemoryShort);
        }

        check.Use(round.RuleFor(range));
        socket = socket with { Local = new Endpoint(local, port) };
        state = state.With(socket);
        return null;
    }

    /// <summary>Every port of a range once, from the one after the cursor, wrapping around to the cursor.</summary>
    private readonly struct Round((int First, int Last) range, int cursor)
    {
        private readonly int _direction = range.First > range.Last ? -1 : 1;

        public int Count => Math.Abs(range.First - range.Last) + 1;

        /// <summary>The port at an index; a cursor outside the range counts as the range's last port.</summary>
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
            PortRangeOption.IP_PORTRANGE_HIGH => _direction < 0 ? PortHighDown : PortHighUp,
            PortRangeOption.IP_PORTRANGE_LOW => _direction < 0 ? PortLowDown : PortLowUp,
            _ => _direction < 0 ? PortDefaultDown : PortDefaultUp,
        };
    }
}
