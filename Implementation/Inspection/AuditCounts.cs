namespace Verify.Implementation.Inspection;

/// <summary>What an audit has reached so far, to be held against what the zones gave out.</summary>
internal struct AuditCounts
{
    public int Processes;
    public int Groups;
    public int Sessions;
    public int Files;
    public int Prisons;
    public int Sockets;
    public int Datagrams;
    public int PortHeads;
    public int Mounts;
    public int Nodes;
    public int SyntheticNodes;
    public int DirectoryEntries;
    public int Quotas;
}
