package dev.assay.adapters.tribuo;

import java.util.List;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.baseline.DummyClassifierTrainer;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.AdaBoostTrainer;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.classification.liblinear.LibLinearClassificationTrainer;
import org.tribuo.classification.liblinear.LinearClassificationType;
import org.tribuo.classification.libsvm.LibSVMClassificationTrainer;
import org.tribuo.classification.libsvm.SVMClassificationType;
import org.tribuo.classification.sgd.kernel.KernelSVMTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.classification.sgd.objectives.Hinge;
import org.tribuo.common.libsvm.KernelType;
import org.tribuo.common.libsvm.SVMParameters;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.ensemble.BaggingTrainer;
import org.tribuo.math.kernel.RBF;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.baseline.DummyRegressionTrainer;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;
import org.tribuo.regression.sgd.objectives.SquaredLoss;
import org.tribuo.transform.TransformTrainer;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.MeanStdDevTransformation;

/** New trainers by name, as a user would make them. */
enum TestTrainers {
    LOGISTIC_REGRESSION {
        @Override
        Trainer<Label> labels() {
            return new LogisticRegressionTrainer();
        }
    },
    SCALED_LOGISTIC_REGRESSION {
        @Override
        Trainer<Label> labels() {
            return scaled(new LogisticRegressionTrainer());
        }
    },
    HINGE {
        @Override
        Trainer<Label> labels() {
            return new LinearSGDTrainer(new Hinge(), new AdaGrad(0.1), 5, 1);
        }
    },
    KERNEL_SVM {
        @Override
        Trainer<Label> labels() {
            return new KernelSVMTrainer(new RBF(0.5), 0.1, 2, 1);
        }
    },
    TREE {
        @Override
        Trainer<Label> labels() {
            return new CARTClassificationTrainer(4);
        }
    },
    FOREST {
        @Override
        Trainer<Label> labels() {
            return new RandomForestTrainer<>(new CARTClassificationTrainer(5, 0.5f, 1), new VotingCombiner(), 7, 11);
        }
    },
    ADA_BOOST {
        @Override
        Trainer<Label> labels() {
            return new AdaBoostTrainer(new CARTClassificationTrainer(1), 5, 3);
        }
    },
    BAGGED_MARGINS {
        @Override
        Trainer<Label> labels() {
            return new BaggingTrainer<>(new LibLinearClassificationTrainer(), new FullyWeightedVotingCombiner(), 3, 5);
        }
    },
    LIB_LINEAR {
        @Override
        Trainer<Label> labels() {
            return new LibLinearClassificationTrainer();
        }
    },
    LIB_LINEAR_PROBABILITIES {
        @Override
        Trainer<Label> labels() {
            LinearClassificationType type = new LinearClassificationType(LinearClassificationType.LinearType.L2R_LR);
            return new LibLinearClassificationTrainer(type, 1, 0.1);
        }
    },
    LIB_SVM {
        @Override
        Trainer<Label> labels() {
            return new LibSVMClassificationTrainer(svm());
        }
    },
    SCALED_LIB_SVM {
        @Override
        Trainer<Label> labels() {
            return scaled(new LibSVMClassificationTrainer(svm()));
        }
    },
    LIB_SVM_PROBABILITIES {
        @Override
        Trainer<Label> labels() {
            SVMParameters<Label> parameters = svm();
            parameters.setProbability();
            return new LibSVMClassificationTrainer(parameters);
        }
    },
    DUMMY {
        @Override
        Trainer<Label> labels() {
            return DummyClassifierTrainer.createMostFrequentTrainer();
        }
    },
    REGRESSION_TREE {
        @Override
        Trainer<Regressor> numbers() {
            return new CARTRegressionTrainer(5);
        }
    },
    REGRESSION_FOREST {
        @Override
        Trainer<Regressor> numbers() {
            CARTRegressionTrainer tree = new CARTRegressionTrainer(5, 2, 0, 0.5f, false, new MeanSquaredError(), 1);
            return new RandomForestTrainer<>(tree, new AveragingCombiner(), 5, 11);
        }
    },
    LINEAR_REGRESSION {
        @Override
        Trainer<Regressor> numbers() {
            return new org.tribuo.regression.sgd.linear.LinearSGDTrainer(new SquaredLoss(), new AdaGrad(0.1), 5, 1);
        }
    },
    DUMMY_REGRESSION {
        @Override
        Trainer<Regressor> numbers() {
            return DummyRegressionTrainer.createMedianTrainer();
        }
    };

    Trainer<Label> labels() {
        throw new UnsupportedOperationException(this + " learns numbers");
    }

    Trainer<Regressor> numbers() {
        throw new UnsupportedOperationException(this + " learns labels");
    }

    private static Trainer<Label> scaled(Trainer<Label> trainer) {
        return new TransformTrainer<>(trainer, new TransformationMap(List.of(new MeanStdDevTransformation())));
    }

    private static SVMParameters<Label> svm() {
        return new SVMParameters<>(new SVMClassificationType(SVMClassificationType.SVMMode.C_SVC), KernelType.RBF);
    }
}
