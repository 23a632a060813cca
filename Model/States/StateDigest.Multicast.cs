using Verify.Model.States.Files;

namespace Verify.Model.States;

/// <content>
/// Multicast. The order of a socket's memberships counts, since the first one that fits is given up.
/// </content>
public static partial class StateDigest
{
    private static void AddMulticast(ref StateHash hash, MulticastSettings multicast)
    {
        hash.Add(multicast.TimeToLive << 1 | (multicast.IsLooped ? 1 : 0));
        hash.Add(multicast.Interface ?? "");
        hash.Add(multicast.Memberships.Length);
        foreach (Membership membership in multicast.Memberships)
        {
            hash.Add((int)membership.Group.Value);
            hash.Add(membership.Interface);
        }
    }
}
