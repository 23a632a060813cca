namespace Verify.Proofs.Harnesses;

/// <summary>How much of each kind of memory a host has given out, and how often its prisons are referred to.</summary>
internal readonly record struct MemoryInUse(
    int Sockets, int Datagrams, int Pcbs, int PortHeads, int FirstPrison, int SecondPrison);
