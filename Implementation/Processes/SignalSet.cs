namespace Verify.Implementation.Processes;

/// <summary>A set of the signals 1 to 128: sigset_t.</summary>
internal readonly struct SignalSet
{
    private const int BitsOfWord = 64;

    private readonly ulong _low;
    private readonly ulong _high;

    private SignalSet(ulong low, ulong high) => (_low, _high) = (low, high);

    public bool Contains(int signal) => ((signal <= BitsOfWord ? _low : _high) & BitOf(signal)) != 0;

    /// <summary>The set with a signal, or without it.</summary>
    public SignalSet With(int signal, bool isIn)
    {
        ulong low = signal <= BitsOfWord ? BitOf(signal) : 0;
        ulong high = signal <= BitsOfWord ? 0 : BitOf(signal);
        return isIn ? new SignalSet(_low | low, _high | high) : new SignalSet(_low & ~low, _high & ~high);
    }

    public void AddTo(ref StateHash hash)
    {
        hash.Add(_low);
        hash.Add(_high);
    }

    private static ulong BitOf(int signal) => 1UL << (signal - 1) % BitsOfWord;
}
