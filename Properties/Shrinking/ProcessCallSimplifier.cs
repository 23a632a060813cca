using Verify.Abi;
using Verify.Properties.Generation;

namespace Verify.Properties.Shrinking;

/// <summary>Simpler forms of calls on processes and the whole machine.</summary>
internal static class ProcessCallSimplifier
{
    private static readonly int[] Signals = [0, 9];

    public static IEnumerable<Call> Simpler(Call call) => call switch
    {
        Call.SetUid c => Values.Below(c.Uid).Select(uid => c with { Uid = uid }),
        Call.SetGid c => Values.Below(c.Gid).Select(gid => c with { Gid = gid }),
        Call.SetGroups c => Values.Below(c.Gid).Select(gid => c with { Groups = [gid] }),
        Call.SetLogin c => Values.Plainer(c.Name, "root").Select(name => c with { Name = name }),
        Call.SetRLimit c => Simpler(c),
        Call.Exit c => Values.Below(c.Status).Select(status => c with { Status = status }),
        Call.UMask c => Values.Below(c.Mask).Select(mask => c with { Mask = mask }),
        Call.Administer c when c.What != default => [c with { What = default }],
        Call.SysctlRead c => Name(c.Name).Select(name => c with { Name = name }),
        Call.SysctlWrite c => Simpler(c),
        Call.SysctlWriteText c => Simpler(c),
        Call.Kill c => Signals.Before(c.Signal).Select(signal => c with { Signal = signal }),
        Call.SetPriority c => Values.Below(c.Nice).Select(nice => c with { Nice = nice }),
        _ => [],
    };

    private static IEnumerable<Call> Simpler(Call.SetRLimit call) =>
    [
        .. Values.Below(call.Current).Select(limit => call with { Current = limit }),
        .. Values.Below(call.Maximum).Select(limit => call with { Maximum = limit }),
    ];

    private static IEnumerable<Call> Simpler(Call.SysctlWrite call) =>
    [
        .. Name(call.Name).Select(name => call with { Name = name }),
        .. Values.Below(call.Value).Select(value => call with { Value = value }),
    ];

    private static IEnumerable<Call> Simpler(Call.SysctlWriteText call) =>
    [
        .. Name(call.Name).Select(name => call with { Name = name }),
        .. Values.Plainer(call.Text, "a.example").Select(text => call with { Text = text }),
    ];

    /// <summary>Instead of a number, the name.</summary>
    private static IEnumerable<string> Name(string node) => 
        SysctlNames.All.Where(known => known.Number == node).Select(known => known.Name);
}
