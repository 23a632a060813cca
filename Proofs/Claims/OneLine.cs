namespace Verify.Proofs.Claims;

/// <summary>Source text of several lines in one.</summary>
internal static class OneLine
{
    public static string Of(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
