namespace Verify.Proofs.CompiledCode;

/// <summary>A compiled Verify.Implementation.dll that proofs are run on in place of the real one: a mutant's.</summary>
/// <param name="bytes">The assembly file.</param>
public sealed class ImplementationImage(ReadOnlyMemory<byte> bytes)
{
    /// <summary>Simple name of the assembly that it stands in for.</summary>
    public const string AssemblyName = "Verify.Implementation";

    internal Stream Open() => new MemoryStream(bytes.ToArray(), writable: false);
}
