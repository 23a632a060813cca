using Verify.Model.States;
using Verify.Model.States.Files;

namespace Verify.Model.Rules.Files;

/// <summary>What a call wants of the last part of a path (the operations of sys/namei.h).</summary>
internal enum LookupOperation
{
    /// <summary>What is there (LOOKUP).</summary>
    Find,

    /// <summary>A name that is free, to make something there (CREATE).</summary>
    Create,

    /// <summary>A name that is there, to take it away (DELETE).</summary>
    Delete,

    /// <summary>A name, free or not, for what rename(2) moves (RENAME).</summary>
    Rename,
}

/// <summary>Who looks for what.</summary>
/// <param name="Caller">Who looks.</param>
/// <param name="Operation">What for.</param>
/// <param name="FollowsLast">True where the last part is followed if it is a link (FOLLOW).</param>
/// <param name="IsForDirectory">True where what gets a free name is a directory (WILLBEDIR).</param>
internal readonly record struct LookupRequest(
    Process Caller, LookupOperation Operation, bool FollowsLast = false, bool IsForDirectory = false);

/// <summary>What a path leads to.</summary>
/// <param name="Parent">The directory that has, or would have, the last component; null where the path has no parts.</param>
/// <param name="Name">The last component.</param>
/// <param name="Node">What is there; null where nothing is.</param>
internal readonly record struct LookupResult(Node? Parent, string Name, Node? Node);

/// <summary>One part of a path.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsLast">True where no part follows.</param>
/// <param name="SlashFollows">True where it is the last and slashes follow.</param>
internal readonly record struct PathComponent(string Name, bool IsLast, bool SlashFollows);
