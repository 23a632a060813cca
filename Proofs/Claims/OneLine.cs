namespace Verify.Proofs.Claims;

/// <summary>Joins the lines of a source text.</summary>
internal static class OneLine
{
    public static string Of(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
