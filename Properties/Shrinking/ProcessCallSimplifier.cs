using Verify.Abi;
using Verify.Properties.Values;

namespace Verify.Properties.Shrinking;

/// <summary>Simpler forms of calls on processes and on the whole machine.</summary>
internal static class ProcessCallSimplifier
{
    private static readonly int[] Signals = [0, 9];
    private static readonly SignalAction[] Actions =
        [SignalAction.SIG_DFL, SignalAction.SIG_IGN, SignalAction.Handler];

    public static IEnumerable<Call> Simpler(Call call) => call switch
    {
        Call.SetUid c => ValueOrder.Below(c.Uid).Select(uid => c with { Uid = uid }),
        Call.SetGid c => ValueOrder.Below(c.Gid).Select(gid => c with { Gid = gid }),
        Call.SetGroups c => ValueOrder.Below(c.Gid).Select(gid => c with { Groups = [gid] }),
        Call.SetLogin c => ValueOrder.SimplerText(c.Name, "root").Select(name => c with { Name = name }),
        Call.SetRLimit c => Simpler(c),
        Call.Exit c => ValueOrder.Below(c.Status).Select(status => c with { Status = status }),
        Call.UMask c => ValueOrder.Below(c.Mask).Select(mask => c with { Mask = mask }),
        Call.Administer c when c.What != default => [c with { What = default }],
        Call.SysctlRead c => Name(c.Name).Select(name => c with { Name = name }),
        Call.SysctlWrite c => Simpler(c),
        Call.SysctlWriteText c => Simpler(c),
        Call.Kill c => Signals.Before(c.Signal).Select(signal => c with { Signal = signal }),
        Call.SigAction c => Simpler(c),
        Call.SetPriority c => ValueOrder.Below(c.Nice).Select(nice => c with { Nice = nice }),
        _ => [],
    };

    private static IEnumerable<Call> Simpler(Call.SetRLimit call) =>
    [
        .. ValueOrder.Below(call.Current).Select(limit => call with { Current = limit }),
        .. ValueOrder.Below(call.Maximum).Select(limit => call with { Maximum = limit }),
    ];

    private static IEnumerable<Call> Simpler(Call.SigAction call) =>
    [
        .. call.Restarts ? [call with { Restarts = false }] : Array.Empty<Call>(),
        .. Actions.Before(call.Action).Select(action => call with { Action = action }),
        .. Signals.Before(call.Signal).Select(signal => call with { Signal = signal }),
    ];

    private static IEnumerable<Call> Simpler(Call.SysctlWrite call) =>
    [
        .. Name(call.Name).Select(name => call with { Name = name }),
        .. ValueOrder.Below(call.Value).Select(value => call with { Value = value }),
    ];

    private static IEnumerable<Call> Simpler(Call.SysctlWriteText call) =>
    [
        .. Name(call.Name).Select(name => call with { Name = name }),
        .. ValueOrder.SimplerText(call.Text, "a.example").Select(text => call with { Text = text }),
    ];

    /// <summary>The name of a node, if it is given by number.</summary>
    private static IEnumerable<string> Name(string node) =>
        SysctlNames.All.Where(known => known.Number == node).Select(known => known.Name);
}
