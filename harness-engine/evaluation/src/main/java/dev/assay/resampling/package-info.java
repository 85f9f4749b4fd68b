/**
 * Ways to split examples into training and test parts.
 *
 * <p>A {@link dev.assay.resampling.Splitter} is a stateless record such as {@link dev.assay.resampling.KFold}; it turns a
 * data set and a seed into {@link dev.assay.resampling.Split}s, always the same ones for the same seed.
 *
 * <table>
 * <caption>Splitters</caption>
 * <tr><th>Examples are<th>Splitter
 * <tr><td>independent<td>{@link dev.assay.resampling.KFold}, {@link dev.assay.resampling.StratifiedKFold}, {@link
 *     dev.assay.resampling.LeaveOneOut}, {@link dev.assay.resampling.LeavePOut}, {@link dev.assay.resampling.HoldoutSplit},
 *     {@link dev.assay.resampling.ShuffleSplit}, {@link dev.assay.resampling.Bootstrap}
 * <tr><td>in groups that belong together<td>{@link dev.assay.resampling.GroupKFold}, {@link
 *     dev.assay.resampling.StratifiedGroupKFold}, {@link dev.assay.resampling.LeaveOneGroupOut}, {@link
 *     dev.assay.resampling.LeavePGroupsOut}, {@link dev.assay.resampling.HoldoutSplit#withGroups}, {@link
 *     dev.assay.resampling.Bootstrap#withGroups}
 * <tr><td>in time<td>{@link dev.assay.resampling.TimeSeriesSplit}, {@link dev.assay.resampling.PurgedKFold}
 * <tr><td>split already<td>{@link dev.assay.resampling.PredefinedSplit}, {@link dev.assay.resampling.AttributeSplit}
 * </table>
 *
 * <p>{@link dev.assay.resampling.Repeated} repeats any that is random.
 */
@NullMarked
package dev.assay.resampling;

import org.jspecify.annotations.NullMarked;
