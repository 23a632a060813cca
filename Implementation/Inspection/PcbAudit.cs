using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inspection;

/// <summary>
/// Checks the PCBs of a protocol: each bound one is in the right chains of both hash tables, and each port head has a
/// PCB (H3). Those of raw sockets have no ports, and are in no hash table.
/// </summary>
internal static class PcbAudit
{
    public static string? Check(PcbTable table, ref AuditCounts counts, bool hasPorts = true)
    {
        int all = 0;
        int bound = 0;
        for (Pcb? pcb = table.First; pcb is not null; pcb = pcb.NextOfProtocol)
        {
            if (++all > table.Zone.InUse || !pcb.IsAllocated || !table.IsListed(pcb))
            {
                return $"PCB list corrupt: {pcb.Local}";
            }

            if (!ReferenceEquals(pcb.Socket?.Pcb, pcb))
            {
                return $"PCB without socket: {pcb.Local}";
            }

            if (hasPorts ? !table.IsHashed(pcb) : HasPort(pcb))
            {
                return $"PCB hash corrupt: {pcb.Local} to {pcb.Foreign}";
            }

            counts.MulticastOptions += pcb.Multicast is null ? 0 : 1;
            if (pcb.PortHead is { } head)
            {
                bound++;
                counts.PortHeads += ReferenceEquals(head.Pcbs.First, pcb) ? 1 : 0;
            }
        }

        if (table.Statistics.Redundant > 0)
        {
            return $"PCBs rehashed needlessly: {table.Statistics.Redundant} times";
        }

        long hashed = table.Statistics.Inserts - table.Statistics.Removes;
        return hashed == bound ? table.Zone.Leak(all) : $"PCBs miscounted: {bound} bound, {hashed} hashed";
    }

    private static bool HasPort(Pcb pcb) =>
        pcb.PortHead is not null || pcb.Local.Port != 0 || pcb.Foreign.Port != 0;
}
