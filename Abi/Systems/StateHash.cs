namespace Verify.Abi.Systems;

/// <summary>
/// A 128-bit digest of a state, fed word by word; the small-world explorer merges states with equal digests. Two
/// independent multiply-and-rotate lanes: among a billion states a collision has a chance of about 1 in 10^21.
/// </summary>
public struct StateHash
{
    private ulong _a;
    private ulong _b;

    /// <summary>Adds one word.</summary>
    public void Add(ulong word)
    {
        _a = ulong.RotateLeft(_a ^ word, 27) * 0x9e3779b97f4a7c15 + 0x3c79ac492ba7b653;
        _b = ulong.RotateLeft(_b + word * 0xd6e8feb86659fd93, 31) * 0xff51afd7ed558ccd ^ _b >> 29;
    }

    /// <summary>Adds one number.</summary>
    public void Add(int word) => Add((ulong)word);

    /// <summary>Adds an endpoint.</summary>
    public void Add(Endpoint endpoint) => Add((ulong)endpoint.Address.Value << 16 | endpoint.Port);

    /// <summary>Adds bytes, and how many they are.</summary>
    public void Add(Data data)
    {
        Add(data.Length);
        Add(data.Word);
        for (int i = Data.MostInWord; i < data.Length; i++)
        {
            Add(data[i]);
        }
    }

    /// <summary>The digest of what was added so far.</summary>
    public readonly UInt128 Digest
    {
        get
        {
            ulong a = (_a ^ _a >> 32) * 0xd6e8feb86659fd93;
            ulong b = (_b ^ _b >> 33) * 0xc4ceb9fe1a85ec53;
            return new UInt128(a ^ a >> 29, b ^ b >> 31);
        }
    }
}
