using Shouldly;
using Xunit;

namespace Verify.Testing;

/// <summary>
/// Holds a text against the file <c>Type.Method.verified.txt</c> beside the test. A text that differs is written to
/// <c>Type.Method.received.txt</c>; renaming that file accepts it. These are Verify's conventions, so that a move to
/// Verify.Xunit changes this class alone.
/// </summary>
public static class Snapshot
{
    /// <summary>Compares the text with the file of the calling test.</summary>
    public static void Match(string text) => text.ShouldMatchApproved(options => options
        .NoDiff()
        .LocateTestMethodUsingAttribute<FactAttribute>()
        .WithFilenameGenerator((test, _, type, extension) =>
            $"{test.DeclaringTypeName}.{test.MethodName}.{(type == "approved" ? "verified" : type)}.{extension}"));
}
