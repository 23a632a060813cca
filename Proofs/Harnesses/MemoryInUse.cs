namespace Verify.Proofs.Harnesses;

/// <summary>Allocated items of each zone of a host, and the references to its prisons.</summary>
internal readonly record struct MemoryInUse(
    int Sockets, int Datagrams, int Pcbs, int PortHeads, int FirstPrison, int SecondPrison);
