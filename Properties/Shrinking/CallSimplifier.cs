namespace Verify.Properties.Shrinking;

/// <summary>
/// Simpler forms of a call. Each form precedes the original in one fixed order of values, so that simplification
/// terminates.
/// </summary>
internal static class CallSimplifier
{
    /// <summary>The first descriptor that a process opens: those below are the console.</summary>
    public const int FirstOpened = 3;

    public static IEnumerable<Call> Simpler(Call call) => call switch
    {
        Call.OnPath c => FileCallSimplifier.Simpler(c),
        Call.OnProcess c => ProcessCallSimplifier.Simpler(c),
        Call.Jail c => Simpler(c),
        _ =>
        [
            .. ProcessCallSimplifier.Simpler(call), .. SocketCallSimplifier.Simpler(call),
            .. WaitingSimplifier.Simpler(call), .. OnLowerDescriptor(call),
        ],
    };

    /// <summary>The same call on a descriptor that was opened before.</summary>
    private static IEnumerable<Call> OnLowerDescriptor(Call call) =>
        call is Call.OnDescriptor { Fd: > FirstOpened } c
            ? new[] { FirstOpened, c.Fd - 1 }.Distinct().Select(fd => c with { Fd = fd })
            : [];

    private static IEnumerable<Call> Simpler(Call.Jail call) =>
    [
        .. PathSimplifier.Simpler(call.Path).Select(path => call with { Path = path }),
        .. ValueOrder.SimplerText(call.Hostname, "a.example").Select(hostname => call with { Hostname = hostname }),
        .. SocketCallSimplifier.Addresses.Before(call.Address).Select(address => call with { Address = address }),
    ];
}
