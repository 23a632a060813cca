using System.Runtime.CompilerServices;
using VerifyTests;
using VerifyXunit;

namespace Verify.Testing.Snapshots;

/// <summary>
/// Compares a text with the file <c>Type.Method.verified.txt</c> beside the test, by Verify.Xunit (MSBuild property
/// <c>SnapshotEngine</c>).
/// </summary>
public static class Snapshot
{
    /// <summary>Compares the text with the file of the calling test.</summary>
    /// <param name="text">What the test got.</param>
    /// <param name="sourceFile">The test's source file, filled in by the compiler.</param>
    /// <exception cref="VerifyException">The text differs, or there is no file yet.</exception>
    public static async Task Match(string text, [CallerFilePath] string sourceFile = "") =>
        await Verifier.Verify(text, sourceFile: sourceFile);

    [ModuleInitializer]
#pragma warning disable CA2255 // The setting must be made before the first snapshot of any test project.
    internal static void WriteFilesWithoutByteOrderMark() => VerifierSettings.UseUtf8NoBom();
#pragma warning restore CA2255
}
