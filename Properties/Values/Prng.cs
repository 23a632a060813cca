namespace Verify.Properties.Values;

/// <summary>
/// A small random number generator (SplitMix64 of Steele, Lea and Flood): the same numbers on every machine, and cheap
/// to create for each run.
/// </summary>
/// <param name="seed">Determines the sequence; different seeds give different sequences.</param>
public struct Prng(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The generator for one of many numbered uses of a seed.</summary>
    public static Prng For(ulong seed, ulong number) => new(Mix(seed + 0x9e3779b97f4a7c15) ^ Mix(number + 1));

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Mix(_state += 0x9e3779b97f4a7c15);

    /// <summary>A number from 0 to <paramref name="bound"/> - 1; 0 if the bound is 0.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>True in <paramref name="percent"/> of 100 cases.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>A random element.</summary>
    public T Pick<T>(ReadOnlySpan<T> values) => values[Below(values.Length)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
        z = (z ^ z >> 27) * 0x94d049bb133111eb;
        return z ^ z >> 31;
    }
}
