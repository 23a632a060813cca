using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>The look-ups: which PCB holds a port, and which receives a packet.</summary>
internal sealed partial class PcbTable
{
    /// <summary>More wildcards than any match: a foreign endpoint and a local address are two.</summary>
    private const int NoMatch = 3;

    /// <summary>
    /// Finds a PCB that conflicts with a bind: in_pcblookup_local (H2). Without wildcards, an unconnected one with
    /// exactly this endpoint. With wildcards, the best match for the port, and of equal ones the last bound.
    /// </summary>
    public Pcb? LookupLocal(Ipv4 address, ushort port, bool wildcard) =>
        wildcard ? LookupBest(address, port) : LookupUnconnected(new Endpoint(address, port));

    /// <summary>
    /// Finds the PCB with these endpoints: in_pcblookup_hash (H1). With wildcards, if there is none, an unconnected one
    /// with this local endpoint, else one with this port at INADDR_ANY.
    /// </summary>
    public Pcb? LookupHash(Endpoint foreign, Endpoint local, bool wildcard)
    {
        uint bucket = PcbHash.Connection(foreign.Address.Value, local.Port, foreign.Port, _mask);
        for (Pcb? pcb = _connections[bucket].First; pcb is not null; pcb = pcb.NextInChain)
        {
            if (HasEndpoints(pcb, foreign, local))
            {
                return pcb;
            }
        }

        return wildcard ? LookupReceiver(local) : null;
    }

    /// <summary>Reports an error to every socket with these endpoints: in_pcbnotify for port unreachable.</summary>
    public void Notify(Endpoint foreign, Endpoint local, SocketLayer sockets, Errno error)
    {
        uint bucket = PcbHash.Connection(foreign.Address.Value, local.Port, foreign.Port, _mask);
        for (Pcb? pcb = _connections[bucket].First; pcb is not null; pcb = pcb.NextInChain)
        {
            if (HasEndpoints(pcb, foreign, local))
            {
                sockets.Report(pcb.Socket, error);
            }
        }
    }

    /// <summary>Compares the foreign endpoint first, which differs most often within a chain (H6).</summary>
    private static bool HasEndpoints(Pcb pcb, Endpoint foreign, Endpoint local) =>
        pcb.Foreign == foreign && pcb.Local == local;

    private Pcb? FirstUnconnected(ushort port) =>
        _connections[PcbHash.Connection(Ipv4.Any.Value, port, foreignPort: 0, _mask)].First;

    private Pcb? LookupUnconnected(Endpoint local)
    {
        Pcb? pcb = FirstUnconnected(local.Port);
        while (pcb is not null && !(pcb.Foreign.Address.IsAny && pcb.Local == local))
        {
            pcb = pcb.NextInChain;
        }

        return pcb;
    }

    private Pcb? LookupReceiver(Endpoint local)
    {
        Pcb? atAnyAddress = null;
        for (Pcb? pcb = FirstUnconnected(local.Port); pcb is not null; pcb = pcb.NextInChain)
        {
            if (!pcb.Foreign.Address.IsAny || pcb.Local.Port != local.Port)
            {
                continue;
            }

            if (pcb.Local.Address == local.Address)
            {
                return pcb;
            }

            if (pcb.Local.Address.IsAny)
            {
                atAnyAddress = pcb;
            }
        }

        return atAnyAddress;
    }

    private Pcb? LookupBest(Ipv4 address, ushort port)
    {
        Pcb? best = null;
        int least = NoMatch;
        for (Pcb? pcb = FindHead(port)?.Pcbs.First; pcb is not null && least > 0; pcb = pcb.NextOnPort)
        {
            int wildcards = CountWildcards(pcb, address);
            if (wildcards < least)
            {
                best = pcb;
                least = wildcards;
            }
        }

        return best;
    }

    /// <summary>The number of wildcards needed to match the address.</summary>
    private static int CountWildcards(Pcb pcb, Ipv4 address)
    {
        Ipv4 local = pcb.Local.Address;
        bool sameAddress = local == address;
        if (!sameAddress && !local.IsAny && !address.IsAny)
        {
            return NoMatch;
        }

        return (sameAddress ? 0 : 1) + (pcb.Foreign.Address.IsAny ? 0 : 1);
    }

    private PortHead? FindHead(ushort port)
    {
        PortHead? head = _ports[PcbHash.Port(port, _mask)].First;
        while (head is not null && head.Port != port)
        {
            head = head.Next;
        }

        return head;
    }
}
