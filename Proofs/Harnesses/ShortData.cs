using Verify.Abi;

namespace Verify.Proofs.Harnesses;

/// <summary>Data of up to eight bytes, as integers: an input of a harness.</summary>
/// <param name="Word">The bytes, the first one lowest.</param>
/// <param name="Length">How many they are.</param>
internal readonly record struct ShortData(ulong Word, byte Length)
{
    /// <summary>True if the length is one of short data.</summary>
    public bool IsValid => Length <= Data.MostInWord;

    public Data ToData() => Data.OfWord(Word, Length);
}
