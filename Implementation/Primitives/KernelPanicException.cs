namespace Verify.Implementation.Primitives;

/// <summary>The kernel cannot go on: panic(9), or a trap. It ends the machine (S8).</summary>
/// <param name="text">What it says on the console.</param>
internal sealed class KernelPanicException(string text) : Exception(text);
