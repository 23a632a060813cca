namespace Verify.Abi.Calls;

/// <summary>
/// How calls, outcomes and traces print themselves. The text room, which knows the grammar, provides it.
/// </summary>
internal abstract class Notation
{
    /// <summary>The trace text's notation, set when the assembly is loaded.</summary>
    public static Notation Current { get; set; } = null!;

    public abstract string Of(Call call);

    public abstract string Of(Statement statement);

    public abstract string Of(Trace trace);
}
