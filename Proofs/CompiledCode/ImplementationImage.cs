namespace Verify.Proofs.CompiledCode;

/// <summary>
/// The compiled Verify.Implementation.dll of a mutant, on which proofs are run in place of the real one.
/// </summary>
/// <param name="bytes">The assembly file.</param>
public sealed class ImplementationImage(ReadOnlyMemory<byte> bytes)
{
    /// <summary>Simple name of the assembly that it replaces.</summary>
    public const string AssemblyName = "Verify.Implementation";

    internal ReadOnlyMemory<byte> Bytes => bytes;

    internal Stream Open() => new MemoryStream(bytes.ToArray(), writable: false);
}
