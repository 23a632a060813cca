using System.Collections.Immutable;
using Verify.Abi;
using Verify.Properties.Reference;

namespace Verify.Properties.Checking;

/// <summary>The calls that a system has, by its description.</summary>
public sealed class AvailableCalls
{
    /// <summary>The kinds of call that stand for a privilege, because little of them is left without it.</summary>
    private static readonly ImmutableDictionary<Type, Privilege> Privileged = new Dictionary<Type, Privilege>
    {
        [typeof(Call.SetUid)] = Privilege.SetUser,
        [typeof(Call.SetEUid)] = Privilege.SetUser,
        [typeof(Call.SetReUid)] = Privilege.SetUser,
        [typeof(Call.SetGid)] = Privilege.SetGroup,
        [typeof(Call.SetEGid)] = Privilege.SetGroup,
        [typeof(Call.SetReGid)] = Privilege.SetGroup,
        [typeof(Call.SetGroups)] = Privilege.SetGroup,
        [typeof(Call.SetLogin)] = Privilege.SetLogin,
        [typeof(Call.SetRLimit)] = Privilege.RaiseLimit,
        [typeof(Call.SetPriority)] = Privilege.RaisePriority,
        [typeof(Call.Kill)] = Privilege.SignalOthers,
        [typeof(Call.KTrace)] = Privilege.KTraceOthers,
        [typeof(Call.PTrace)] = Privilege.PTraceOthers,
        [typeof(Call.ChMod)] = Privilege.ChangeOthersMode,
        [typeof(Call.ChOwn)] = Privilege.ChangeOwner,
        [typeof(Call.ChRoot)] = Privilege.ChangeRoot,
        [typeof(Call.MkNod)] = Privilege.MakeDevice,
        [typeof(Call.Mount)] = Privilege.Mount,
        [typeof(Call.Unmount)] = Privilege.Unmount,
        [typeof(Call.QuotaCtl)] = Privilege.Quota,
        [typeof(Call.Jail)] = Privilege.Jail,
        [typeof(Call.SysctlWrite)] = Privilege.WriteSysctl,
        [typeof(Call.SysctlWriteText)] = Privilege.SetHostname,
    }.ToImmutableDictionary();

    private static readonly Administration[] AllWords = Enum.GetValues<Administration>();

    private readonly SystemDescription _system;
    private readonly Lazy<ImmutableArray<SocketOption>> _options;
    private readonly Lazy<ImmutableArray<Administration>> _words;

    private AvailableCalls(SystemDescription system)
    {
        _system = system;
        _options = new Lazy<ImmutableArray<SocketOption>>(() => [.. Enum.GetValues<SocketOption>().Where(Has)]);
        _words = new Lazy<ImmutableArray<Administration>>(
            () => system.Privileges is { } held
                ? [.. PrivilegedCall.OfWords.Where(word => held.Contains(word.Value)).Select(word => word.Key).Order()]
                : [.. AllWords, (Administration)AllWords.Length]);
    }

    /// <summary>All calls.</summary>
    public static AvailableCalls All { get; } = new(SystemDescription.Complete);

    /// <summary>The user ids that processes may have; null for any.</summary>
    public ImmutableHashSet<int>? Users => _system.Users;

    /// <summary>The socket options that it has.</summary>
    public ImmutableArray<SocketOption> Options => _options.Value;

    /// <summary>
    /// The administrative calls whose privileges the system has, and the number of none if it has all privileges.
    /// </summary>
    public ImmutableArray<Administration> Words => _words.Value;

    /// <summary>What a generator does not make because the system does not have it, one phrase each.</summary>
    public ImmutableArray<string> LeftOut
    {
        get
        {
            string[] kinds = [.. CallKinds.Cases.Where(kind => !Has(kind)).Select(CallKinds.NameOf)];
            SocketOption[] options = [.. Enum.GetValues<SocketOption>().Except(Options)];
            return
            [
                .. Phrases("call", kinds.Length, string.Join(", ", kinds)),
                .. Options.IsEmpty ? [] : Phrases("socket option", options.Length, string.Join(", ", options)),
                .. Users is { } users ? [$"every user but {string.Join(", ", users.Order())}"] : Array.Empty<string>(),
            ];
        }
    }

    /// <summary>The calls of a system.</summary>
    public static AvailableCalls Of(SystemDescription system) =>
        ReferenceEquals(system, SystemDescription.Complete) ? All : new AvailableCalls(system);

    /// <summary>True if the system has a kind of call.</summary>
    /// <param name="kind">A case of <see cref="Call"/>.</param>
    public bool Has(Type kind) =>
        _system.Calls?.Contains(kind) != false
        && (_system.Privileges is not { } held
            || !Privileged.TryGetValue(kind, out Privilege needed) || held.Contains(needed))
        && (kind != typeof(Call.Administer) || !Words.IsEmpty)
        && (kind != typeof(Call.SetSockOpt) && kind != typeof(Call.GetSockOpt) || !Options.IsEmpty);

    /// <summary>True if the system has one of several kinds of call.</summary>
    public bool HasAny(ReadOnlySpan<Type> kinds)
    {
        foreach (Type kind in kinds)
        {
            if (ReferenceEquals(this, All) || Has(kind))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True if the system has a socket option.</summary>
    public bool Has(SocketOption option) => _system.Options?.Contains(option) != false;

    /// <summary>True if the system has every one of some calls.</summary>
    public bool HasAll(IEnumerable<Call> calls) => ReferenceEquals(this, All) || calls.All(Has);

    /// <summary>True if the system has a call, with its arguments.</summary>
    public bool Has(Call call) => ReferenceEquals(this, All) || (Has(call.GetType()) && call switch
    {
        Call.SetSockOpt c => Has(c.Option),
        Call.GetSockOpt c => Has(c.Option),
        Call.SetUid c => HasUser(c.Uid),
        Call.SetEUid c => HasUser(c.Uid),
        Call.SetReUid c => HasUserOrNone(c.Real) && HasUserOrNone(c.Effective),
        Call.Administer c => Words.Contains(c.What),
        _ => true,
    });

    private bool HasUser(int uid) => Users?.Contains(uid) != false;

    private bool HasUserOrNone(int uid) => uid == -1 || HasUser(uid);

    private static string[] Phrases(string what, int count, string names) => count switch
    {
        0 => [],
        1 => [$"1 {what}, the system does not have it: {names}"],
        _ => [$"{count} {what}s, the system does not have them: {names}"],
    };
}
