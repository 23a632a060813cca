namespace Verify.Implementation.Inspection;

/// <summary>The items an audit has reached so far, to compare with the items the zones have in use.</summary>
internal struct AuditCounts
{
    /// <summary>The references to groups, sessions, prisons and files; nodes are compared in their list.</summary>
    public ReferenceTally References;

    public int Processes;
    public int Asleep;
    public int Groups;
    public int Sessions;
    public int Files;
    public int InFlight;
    public int Prisons;
    public int Sockets;
    public int Datagrams;
    public int PortHeads;
    public int MulticastOptions;
    public int Mounts;
    public int Nodes;
    public int SyntheticNodes;
    public int DirectoryEntries;
    public int Quotas;
}
