using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace Verify.Testing.Snapshots;

/// <summary>
/// Compares a text with the file <c>Type.Method.verified.txt</c> beside the test. A text that differs is written to
/// <c>Type.Method.received.txt</c>; renaming that file accepts it. This is Verify's convention, kept with Shouldly
/// (MSBuild property <c>SnapshotEngine</c>).
/// </summary>
public static class Snapshot
{
    /// <summary>Compares the text with the file of the calling test.</summary>
    /// <param name="text">What the test got.</param>
    /// <param name="sourceFile">The test's source file, filled in by the compiler.</param>
    /// <exception cref="ShouldMatchApprovedException">The text differs, or there is no file yet.</exception>
    public static Task Match(string text, [CallerFilePath] string sourceFile = "")
    {
        string folder = Path.GetDirectoryName(sourceFile)!;
        text.ShouldMatchApproved(options => options
            .NoDiff()
            .LocateTestMethodUsingAttribute<FactAttribute>()
            .WithFilenameGenerator((test, _, kind, extension) => Path.Combine(
                folder, $"{test.DeclaringTypeName}.{test.MethodName}.{VerifysWordFor(kind)}.{extension}")));
        return Task.CompletedTask;
    }

    private static string VerifysWordFor(string kind) => kind == "approved" ? "verified" : kind;
}
