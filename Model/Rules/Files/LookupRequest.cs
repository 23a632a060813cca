using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Model.Rules.Files;

/// <summary>What a call does with the last component of a path (the operations of sys/namei.h).</summary>
internal enum LookupOperation
{
    /// <summary>Looks it up (LOOKUP).</summary>
    Find,

    /// <summary>Creates a name (CREATE).</summary>
    Create,

    /// <summary>Removes a name (DELETE).</summary>
    Delete,

    /// <summary>Gets the new name of rename(2), free or not (RENAME).</summary>
    Rename,
}

/// <summary>A path lookup: the process and the operation.</summary>
/// <param name="Caller">The process.</param>
/// <param name="Operation">The operation on the last component.</param>
/// <param name="FollowsLast">True if a symbolic link at the end is followed (FOLLOW).</param>
/// <param name="IsForDirectory">True if a new name is for a directory (WILLBEDIR).</param>
internal readonly record struct LookupRequest(
    Process Caller, LookupOperation Operation, bool FollowsLast = false, bool IsForDirectory = false);

/// <summary>The result of a lookup.</summary>
/// <param name="Parent">The directory of the last component; null if the path has no components.</param>
/// <param name="Name">The last component.</param>
/// <param name="Node">The node; null if the name is free.</param>
internal readonly record struct LookupResult(Node? Parent, string Name, Node? Node);

/// <summary>One component of a path.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsLast">True if no component follows.</param>
/// <param name="SlashFollows">True if it is the last and slashes follow.</param>
internal readonly record struct PathComponent(string Name, bool IsLast, bool SlashFollows);
