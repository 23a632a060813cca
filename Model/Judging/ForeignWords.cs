using Verify.Abi;

namespace Verify.Model.Judging;

/// <summary>Errors and options that no rule knows, because FreeBSD 4.0 does not have them, or no call here.</summary>
internal static class ForeignWords
{
    /// <summary>Why a step cannot be judged; null if every word of it is known.</summary>
    public static string? In(Step step) =>
        OptionOf(step.Call) is { } option && ForeignNames.IsForeign((int)option)
            ? "no rule knows this option"
            : step.Stated is { } stated ? In(stated) : null;

    private static string? In(Statement stated) =>
        stated.Error is { } error && !Enum.IsDefined(error) ? "no rule knows this error"
        : stated.Resumed.IsDefault ? null
        : stated.Resumed.Select(resumed => In(resumed.Statement)).FirstOrDefault(reason => reason is not null);

    private static SocketOption? OptionOf(Call call) => call switch
    {
        Call.SetSockOpt set => set.Option,
        Call.SetSockOptPair set => set.Option,
        Call.GetSockOpt get => get.Option,
        _ => null,
    };
}
